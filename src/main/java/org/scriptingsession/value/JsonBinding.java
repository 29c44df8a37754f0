// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.StringReader;
import java.util.function.Function;
import org.scriptingsession.api.ScriptingException;

/** Records and beans of Java components, by Jakarta JSON Binding. */
@ApplicationScoped
public class JsonBinding {
    private volatile Jsonb jsonb;

    /**
     * A value of a class of the application's.
     *
     * @throws ScriptingException as {@code refusal} makes it, when JSON Binding cannot write the value
     */
    public JsonValue toJson(Object value, Function<Throwable, ScriptingException> refusal) {
        try (JsonReader reader = JsonText.JSON.createReader(new StringReader(jsonb().toJson(value)))) {
            return reader.readValue();
        } catch (JsonbException e) {
            throw refusal.apply(e);
        }
    }

    /**
     * A stored value as a class of the application's.
     *
     * @throws ScriptingException as {@code refusal} makes it, when JSON Binding cannot make one of the value
     */
    public <T> T fromJson(Object stored, Class<T> type, Function<Throwable, ScriptingException> refusal) {
        try {
            return jsonb().fromJson(JsonText.of(stored), type);
        } catch (JsonbException e) {
            throw refusal.apply(e);
        }
    }

    private Jsonb jsonb() {
        if (jsonb == null) {
            start();
        }
        return jsonb;
    }

    /** At the first use: most applications have none for it. */
    private synchronized void start() {
        if (jsonb == null) {
            jsonb = JsonbBuilder.create();
        }
    }

    @PreDestroy
    void close() {
        if (jsonb != null) {
            try {
                jsonb.close();
            } catch (Exception e) {
                // AutoCloseable's own signature; a lifecycle method may throw none that is checked
                throw new IllegalStateException("JSON Binding cannot be closed", e);
            }
        }
    }
}
