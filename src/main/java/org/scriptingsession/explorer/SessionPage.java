// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.guard.SessionView;
import org.scriptingsession.session.HeldAttribute;
import org.scriptingsession.value.AttributeValue;
import org.scriptingsession.value.JsonText;

/** The session: what the page shows of it, and how it changes it. Changes go the way of every component of the application. */
@Dependent
class SessionPage {
    private static final String NAME = "name";

    /** What nobody edits by hand: another component's values may be of any size. */
    private static final int LONGEST_EDIT = 1 << 20;

    @Inject
    private ScriptingSession session;

    /**
     * State, times and attributes.
     *
     * @param seen the mark of what the page has: then the attributes are left out when they are the same; null for nothing
     */
    JsonObject show(SessionView view, String seen) {
        JsonObjectBuilder json = JsonText.JSON
                .createObjectBuilder()
                .add("state", view.state().name())
                .add("now", System.currentTimeMillis());
        view.summary().ifPresent(summary -> json.add("session", of(summary)));
        List<HeldAttribute> attributes = view.attributes();
        List<String> marks = attributes.stream()
                .map(attribute -> ValueJson.mark(attribute.held()))
                .toList();
        String mark = Long.toHexString(ValueJson.digest(
                List.of(attributes.stream().map(HeldAttribute::name).toList(), marks)));
        json.add("mark", mark);
        if (!mark.equals(seen)) {
            JsonArrayBuilder rows = JsonText.JSON.createArrayBuilder();
            for (int i = 0; i < marks.size(); i++) {
                rows.add(row(attributes.get(i), marks.get(i)));
            }
            json.add("attributes", rows);
        }
        return json.build();
    }

    private static JsonObjectBuilder of(SessionView.Summary summary) {
        JsonObjectBuilder json = JsonText.JSON
                .createObjectBuilder()
                .add("hash", summary.hash())
                .add("created", summary.createdMillis())
                .add("used", summary.usedMillis())
                .add("interval", summary.intervalSeconds())
                .add("isNew", summary.isNew());
        return summary.user() == null ? json : json.add("user", summary.user());
    }

    private static JsonObjectBuilder row(HeldAttribute attribute, String mark) {
        JsonObjectBuilder row =
                JsonText.JSON.createObjectBuilder().add(NAME, attribute.name()).add("mark", mark);
        if (attribute.sealed()) {
            return row.add("sealed", true);
        }
        return row.add("sealed", false)
                .add("type", ValueJson.type(attribute.held()))
                .add("bytes", AttributeValue.bytes(attribute.held()))
                .add("preview", ValueJson.preview(attribute.held()));
    }

    /** One attribute as a tree, and as JSON for an editor where it can be edited. */
    JsonObject attribute(SessionView view, String name) {
        Optional<HeldAttribute> found = view.attribute(name);
        JsonObjectBuilder json = JsonText.JSON.createObjectBuilder().add(NAME, name);
        found.ifPresent(attribute -> json.add("mark", ValueJson.mark(attribute.held())));
        found.filter(attribute -> !attribute.sealed()).ifPresent(attribute -> {
            json.add("tree", ValueJson.tree(attribute.held()));
            EditedValue.of(attribute.held())
                    .filter(edit -> edit.toString().length() <= LONGEST_EDIT)
                    .ifPresent(edit -> json.add("edit", edit));
        });
        return json.build();
    }

    /**
     * Stores a value, if the attribute is still what the page has shown.
     *
     * @param change name, value, and the mark of what the page has shown; no mark for an attribute that is not there yet
     */
    void put(JsonObject change) {
        Object value = EditedValue.value(change.getOrDefault("value", JsonValue.NULL));
        if (value == null) {
            throw Mistake.INVALID_ARGUMENT.with("The value", "something; null is no value of an attribute");
        }
        String mark = change.getString("mark", null);
        session.update(change.getString(NAME, null), current -> {
            if (current == null ? mark != null : !ValueJson.mark(current).equals(mark)) {
                throw Mistake.CHANGED_SINCE_READ.with();
            }
            return value;
        });
    }

    /** Removes an attribute, sealed or not. */
    void delete(JsonObject change) {
        session.delete(change.getString(NAME, null));
    }

    /** Ends the session. */
    void invalidate() {
        session.invalidate();
    }

    /** Gives the session another id. */
    void changeId() {
        session.changeId();
    }
}
