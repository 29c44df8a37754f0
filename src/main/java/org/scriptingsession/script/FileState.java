// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What tells one state of a file from the next without reading it.
 *
 * @param modified as the writer may have set it: those who copy a release often keep it
 * @param changed when the file's attributes were changed, which nobody can set; {@code modified} where the system does not tell
 */
record FileState(boolean isFile, FileTime modified, FileTime changed, Object size, Object key) {
    /** A file system's clock may tick this slowly. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private static final String BASIC = "isRegularFile,lastModifiedTime,size,fileKey";
    private static final String UNIX = "unix:" + BASIC + ",ctime";

    static FileState of(Path file) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        Map<String, Object> attributes = Files.readAttributes(file, unix ? UNIX : BASIC);
        FileTime modified = (FileTime) attributes.get("lastModifiedTime");
        return new FileState(
                (Boolean) attributes.get("isRegularFile"),
                modified,
                (FileTime) attributes.getOrDefault("ctime", modified),
                attributes.get("size"),
                // absent where the file system has none
                attributes.get("fileKey"));
    }

    /**
     * Whether equal states mean equal contents for one who read at that time: a file written twice within one tick of the
     * clock, at the same length, looks unchanged, so a state as young as its reading proves nothing.
     */
    boolean wasSettledAt(Instant read) {
        Instant settled = read.minus(TICK);
        return modified.toInstant().isBefore(settled) && changed.toInstant().isBefore(settled);
    }
}
