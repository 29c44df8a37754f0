// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import java.util.Optional;

/** What a span is of. */
public enum Step {
    RUN("script", "scripting.script", "a run of the script with this path, its wait for a context included"),
    WAIT("wait for a context", null, "there was no free context, or one had to be made; not shown below a millisecond"),
    BEAN("bean", "scripting.bean", "a call of a bean's method; of an asynchronous one until it has completed");

    /** The attribute that a failed span has: the number of the mistake, SCRIPTING-0208 say. */
    public static final String ERROR_TYPE = "error.type";

    private final String id;
    private final String attribute;
    private final String description;

    Step(String id, String attribute, String description) {
        this.id = id;
        this.attribute = attribute;
        this.description = description;
    }

    /** What a span's name begins with. */
    public String id() {
        return id;
    }

    /** The attribute that says which; empty for none. */
    public Optional<String> attribute() {
        return Optional.ofNullable(attribute);
    }

    /** What it covers. */
    public String description() {
        return description;
    }

    /** The span's name. */
    String name(String which) {
        return attribute == null ? id : id + " " + which;
    }
}
