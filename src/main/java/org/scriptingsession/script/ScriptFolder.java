// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.scriptingsession.error.Mistake;

/**
 * Where the name of the scripts' folder leads: it may be, or lie below, a symbolic link that is switched from one release to
 * the next.
 *
 * @param root a real path, so that what a symbolic link leads out of it can be told
 * @param key tells a folder from one that was put in its place; null where the file system has none
 */
record ScriptFolder(Path root, Object key) {
    private static final int MOST_ATTEMPTS = 5;

    /**
     * Follows the name. A link may be switched, and what it led to removed, between two steps of the way: then it is gone again.
     *
     * @throws org.scriptingsession.api.ScriptingException when it leads to no folder
     */
    static ScriptFolder at(Path name) {
        for (int attempt = 1; ; attempt++) {
            try {
                return follow(name);
            } catch (IOException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw Mistake.FOLDER_GONE.because(e);
                }
            }
        }
    }

    private static ScriptFolder follow(Path name) throws IOException {
        Path root = name.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(root, BasicFileAttributes.class);
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(root.toString());
        }
        return new ScriptFolder(root, attributes.fileKey());
    }
}
