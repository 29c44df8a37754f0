// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.time.Duration;

/**
 * Texts by key that all nodes share. What is written is backed up when the call returns; each call throws a
 * {@link org.scriptingsession.error.NotStoredException} when the nodes' common store does not answer.
 */
public interface SharedTexts {
    /** The text of a key; null for none. */
    String get(String key);

    /**
     * Replaces a text by another.
     *
     * @param before the text as it was read; null for none
     * @param kept how long the next one stays unless it is replaced
     * @return false when another thread or node was faster, and nothing was written
     */
    boolean replace(String key, String before, String next, Duration kept);

    /** Removes a text as it was read; false when another thread or node was faster. */
    boolean remove(String key, String before);
}
