// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Mistake;

/** What a graph is made of: the files that it and the {@code import()}s of its runs have asked for, each read once. */
final class ReadFiles {
    private final ScriptFiles files;
    private final Map<String, Optional<ScriptFile>> read = new ConcurrentHashMap<>();
    private volatile boolean complete;

    ReadFiles(ScriptFiles files) {
        this.files = files;
    }

    /** The graph is read: what its runs import from now on must be of the same state. */
    void complete() {
        complete = true;
    }

    /** @throws ScriptingException also when a run asks for a file that was not read before the others changed */
    Optional<ScriptModule> find(String path) {
        Optional<ScriptFile> file = read.get(path);
        if (file == null) {
            file = files.find(path);
            if (!complete || file.isPresent()) {
                check(path);
                read.put(path, file);
            }
        }
        return file.map(ScriptFile::module);
    }

    private void check(String path) {
        if (complete && !isCurrent()) {
            throw Mistake.CHANGED_MEANWHILE.with(path.substring(1));
        }
    }

    /** Whether all files are now as they were when they were read; one that cannot be read is not. */
    boolean isCurrent() {
        try {
            return read.entrySet().stream()
                    .allMatch(entry -> files.find(entry.getKey()).equals(entry.getValue()));
        } catch (ScriptingException unreadable) {
            return false;
        }
    }
}
