// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemHeaders;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.scriptingsession.config.RequestConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;

/** The parts of a body in {@code multipart/form-data}, which are in memory as far as the settings allow, else each in a file. */
final class MultipartBody {
    /** The type of such a body. */
    static final String TYPE = "multipart/form-data";

    private static final int MAX_HEADER_BYTES = 8192;

    private final RequestConfig limits;
    private final File directory;
    private final List<RequestPart> parts = new ArrayList<>();
    private long memoryLeft;

    MultipartBody(RequestConfig limits, File directory) {
        this.limits = limits;
        this.directory = directory;
        this.memoryLeft = limits.memoryBytes();
    }

    /** The parts, in the order they came. */
    List<RequestPart> parts() {
        return parts;
    }

    /**
     * Reads all parts.
     *
     * @param contentType of the whole body, with the boundary
     * @throws org.scriptingsession.api.ScriptingException when the body is malformed (uncaught 400), or has too many parts (413)
     */
    void read(String contentType, InputStream body) {
        Upload upload = new Upload();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        upload.setMaxPartHeaderSize(MAX_HEADER_BYTES);
        boolean whole = false;
        try (body) {
            FileItemInputIterator items = upload.getItemIterator(new Body(contentType, body));
            while (items.hasNext()) {
                if (parts.size() == limits.maxParts()) {
                    throw Exchange.refused(Mistake.TOO_MANY_PARTS.with(limits.maxParts()));
                }
                parts.add(part(items.next()));
            }
            whole = true;
        } catch (FileUploadException | InvalidPathException malformed) {
            throw Exchange.refused(Mistake.MALFORMED_MULTIPART.because(malformed, malformed.getMessage()));
        } catch (IOException e) {
            throw Exchange.refused(Mistake.UNREADABLE_BODY.because(e));
        } finally {
            if (!whole) {
                delete();
            }
        }
    }

    /** Deletes the files. */
    void delete() {
        parts.forEach(part -> part.content().delete());
    }

    private RequestPart part(FileItemInput item) throws IOException {
        String fileName = item.getName();
        SpooledBytes content;
        try (InputStream in = item.getInputStream()) {
            content = SpooledBytes.of(in, memoryLeft, directory);
        }
        memoryLeft -= content.isInMemory() ? content.size() : 0;
        return new RequestPart(
                item.getFieldName(),
                fileName == null ? null : withoutFolders(fileName),
                item.getContentType(),
                headers(item.getHeaders()),
                content);
    }

    /** Some clients send the path that the file has with them; nobody here shall take it for one. */
    private static String withoutFolders(String fileName) {
        return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    }

    private static Map<String, String> headers(FileItemHeaders headers) {
        Map<String, String> values = new TreeMap<>();
        for (Iterator<String> names = headers.getHeaderNames(); names.hasNext(); ) {
            String name = names.next();
            List<String> all = new ArrayList<>();
            headers.getHeaders(name).forEachRemaining(all::add);
            values.put(name.toLowerCase(Locale.ROOT), String.join(", ", all));
        }
        return values;
    }

    /** Reads names as they are sent, and refuses what the library would leave out: a part without a name (RFC 7578, 4.2). */
    private static final class Upload extends JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> {
        @Override
        public String getFieldName(FileItemHeaders headers) {
            String name = disposition(headers).get("name");
            if (name == null) {
                throw Exchange.refused(Mistake.MALFORMED_MULTIPART.with("a part has no name"));
            }
            return name;
        }

        @Override
        public String getFileName(FileItemHeaders headers) {
            return disposition(headers).get("filename");
        }

        private static Map<String, String> disposition(FileItemHeaders headers) {
            String value = headers.getHeader("Content-Disposition");
            boolean ofForm =
                    value != null && value.strip().toLowerCase(Locale.ROOT).startsWith("form-data");
            return ofForm ? HeaderParameters.of(value) : Map.of();
        }
    }

    /** The body as the library reads it. */
    private record Body(String contentType, InputStream in) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}
