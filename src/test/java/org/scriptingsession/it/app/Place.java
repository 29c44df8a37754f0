// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

/** A value of the application's own type in the session. */
public record Place(String town) implements java.io.Serializable {
    @Override
    public String toString() {
        return "Place of " + town;
    }
}
