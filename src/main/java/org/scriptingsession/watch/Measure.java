// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import java.util.Optional;

/** What is measured. Each has the tag {@value #APPLICATION}, the context path, as one server may have several applications. */
public enum Measure {
    CONTEXTS("scripting.contexts", false, "", null, "most contexts that the settings allow in use at once"),
    CONTEXTS_USED("scripting.contexts.used", false, "", null, "contexts lent out now"),
    CONTEXTS_MADE("scripting.contexts.made", true, "", null, "contexts made since the deployment"),
    CONTEXTS_DISCARDED("scripting.contexts.discarded", true, "", "reason", "contexts closed since the deployment"),
    CONTEXTS_WAITS("scripting.contexts.waits", true, "", null, "requests that found no free context and waited"),
    CONTEXTS_REFUSED("scripting.contexts.refused", true, "", null, "requests that got none, and a 503"),
    RUNS_TIMEOUTS("scripting.runs.timeouts", true, "", null, "runs stopped at their deadline"),
    RUNS_STUCK("scripting.runs.stuck", false, "", null, "runs that were stopped and have not ended"),
    RUNS("scripting.runs", true, "", "script", "runs that have ended"),
    RUNS_FAILURES(
            "scripting.runs.failures", true, "", "script", "those of them that ended by an error, or were stopped"),
    RUNS_TIME("scripting.runs.time", true, "s", "script", "what all runs took, together"),
    RUNS_LONGEST("scripting.runs.longest", false, "s", "script", "the longest of them");

    /** The tag of all. */
    public static final String APPLICATION = "application";

    private final String id;
    private final boolean counter;
    private final String unit;
    private final String tag;
    private final String description;

    Measure(String id, boolean counter, String unit, String tag, String description) {
        this.id = id;
        this.counter = counter;
        this.unit = unit;
        this.tag = tag;
        this.description = description;
    }

    /** The name that metrics libraries get. */
    public String id() {
        return id;
    }

    /** Whether it only grows. */
    public boolean isCounter() {
        return counter;
    }

    /** The unit as UCUM has it; empty for a count. */
    public String unit() {
        return unit;
    }

    /** The tag beside {@value #APPLICATION}; empty for none. */
    public Optional<String> tag() {
        return Optional.ofNullable(tag);
    }

    /** What the value is. */
    public String description() {
        return description;
    }

    /** A figure without a tag of its own. */
    public Figure of(Figure.Source source) {
        return new Figure(this, "", source);
    }

    /** A figure for one value of the measure's tag. */
    public Figure of(String value, Figure.Source source) {
        return new Figure(this, value, source);
    }
}
