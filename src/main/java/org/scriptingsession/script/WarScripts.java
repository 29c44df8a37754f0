// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ScriptPath;

/** The scripts in {@code WEB-INF/scripts} of the application: they do not change while it is deployed. */
final class WarScripts implements ScriptFiles {
    private static final String ROOT = "/WEB-INF/scripts";

    private final Map<String, String> resources = new TreeMap<>();
    private final Map<String, ScriptFile> files = new ConcurrentHashMap<>();
    private final ServletContext application;

    WarScripts(ServletContext application) {
        this.application = application;
        collect(ROOT + "/");
    }

    @Override
    public Optional<ScriptFile> find(String path) {
        return Optional.ofNullable(resources.get(path))
                .map(file -> files.computeIfAbsent(path, key -> ScriptFile.of(path, read(path, file))));
    }

    /** Sorted. */
    @Override
    public Set<String> paths() {
        return resources.keySet().stream().filter(ScriptPath::isScript).collect(Collectors.toCollection(TreeSet::new));
    }

    private void collect(String folder) {
        Set<String> entries = application.getResourcePaths(folder);
        for (String entry : entries == null ? Collections.<String>emptySet() : entries) {
            if (entry.endsWith("/")) {
                collect(entry);
            } else if (ScriptPath.isScript(entry) || ScriptPath.isJson(entry)) {
                resources.put(entry.substring(ROOT.length()), entry);
            }
        }
    }

    private String read(String path, String resource) {
        try (InputStream in = application.getResourceAsStream(resource)) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (IOException e) {
            throw Mistake.UNREADABLE.because(e, path.substring(1));
        }
    }
}
