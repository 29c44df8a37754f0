// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.scriptingsession.value.Sha256;

/** The files that the page is made of: those named here and no others, whatever a path looks like. */
@Dependent
class PageFiles {
    private static final String PAGE = "/";
    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    /** What each path is, and the type of the file. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry(PAGE, "text/html;charset=UTF-8"),
            Map.entry("/explorer.css", "text/css;charset=UTF-8"),
            Map.entry("/icon.svg", "image/svg+xml"),
            Map.entry("/explorer.mjs", JAVASCRIPT),
            Map.entry("/look.mjs", JAVASCRIPT),
            Map.entry("/session-view.mjs", JAVASCRIPT),
            Map.entry("/value-tree.mjs", JAVASCRIPT),
            Map.entry("/value-form.mjs", JAVASCRIPT),
            Map.entry("/scripts-view.mjs", JAVASCRIPT),
            Map.entry("/call-form.mjs", JAVASCRIPT),
            Map.entry("/server-view.mjs", JAVASCRIPT),
            Map.entry("/plot.mjs", JAVASCRIPT),
            Map.entry("/lib/standalone.module.js", JAVASCRIPT));

    private final Map<String, PageFile> read = new ConcurrentHashMap<>();

    /** Whether a file answers at a path below the explorer's. */
    boolean has(String path) {
        return TYPES.containsKey(path);
    }

    /** Sends a file, or tells a browser that the one it has is still the same. */
    void send(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageFile file = read.computeIfAbsent(path, PageFile::read);
        boolean zipped = accepts(request, "gzip");
        String tag = zipped ? file.tag.replaceFirst("\"$", "-gzip\"") : file.tag;
        // asked again at each opening, so that no browser makes a page of two versions
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = zipped ? file.zipped : file.bytes;
        response.setContentType(TYPES.get(path));
        response.setContentLength(bytes.length);
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    private static boolean accepts(HttpServletRequest request, String coding) {
        return Optional.ofNullable(request.getHeader("Accept-Encoding"))
                .filter(codings -> codings.matches("(?i).*\\b" + coding + "\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*"))
                .isPresent();
    }

    /**
     * A file of the product's jar.
     *
     * @param zipped the same in gzip
     * @param tag the entity tag, which is another for another content
     */
    private record PageFile(byte[] bytes, byte[] zipped, String tag) {
        static PageFile read(String path) {
            String name = path.equals(PAGE) ? "index.html" : path.substring(1);
            try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
                byte[] bytes = in.readAllBytes();
                ByteArrayOutputStream zipped = new ByteArrayOutputStream();
                try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
                    zip.write(bytes);
                }
                String hash = HexFormat.of().formatHex(Sha256.begin().digest(bytes), 0, 16);
                return new PageFile(bytes, zipped.toByteArray(), '"' + hash + '"');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
