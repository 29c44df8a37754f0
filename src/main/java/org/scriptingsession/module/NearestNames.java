// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What somebody may have meant who named what is not there. */
public final class NearestNames {
    private static final int MOST = 3;

    private NearestNames() {}

    /** The nearest names by the fewest characters to insert, delete or replace (Levenshtein), as text for an error. */
    public static String of(String name, Collection<String> names) {
        String nearest = names.stream()
                .sorted(Comparator.<String>comparingInt(other -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .map(other -> '"' + other + '"')
                .collect(Collectors.joining(", "));
        return nearest.isEmpty() ? "none" : nearest;
    }

    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] below = new int[above.length];
            below[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                below[column] = Math.min(replaced, 1 + Math.min(above[column], below[column - 1]));
            }
            above = below;
        }
        return above[to.length()];
    }
}
