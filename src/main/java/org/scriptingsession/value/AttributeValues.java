// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Type;
import java.util.Optional;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;

/** Values between Java components and the session: records and beans by Jakarta JSON Binding. */
@Dependent
public final class AttributeValues {
    private final ScriptingConfig config;
    private Jsonb binding;

    @Inject
    public AttributeValues(ScriptingConfig config) {
        this.config = config;
    }

    /**
     * The form in which the session holds a value.
     *
     * @param value a String, Boolean, finite Number, Date, Instant, List or Map of these and null; a record or bean, which
     *     becomes a Map by JSON Binding; or a value that a script gave, already checked
     * @return empty for null
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE with the place of what cannot be stored, or
     *     LIMIT_EXCEEDED
     */
    public Optional<StoredValue> store(String name, Object value) {
        if (value == null || value instanceof StoredValue) {
            return Optional.ofNullable((StoredValue) value);
        }
        if (value instanceof String text) {
            return Optional.of(StoredValue.of(name, text, config.attribute()));
        }
        return Optional.of(JavaCopy.of(name, value, config.attribute(), this::binding));
    }

    /**
     * A value of the session as a type.
     *
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE when it cannot be one
     */
    public <T> T read(String name, Object value, Class<T> type) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        try {
            return binding().fromJson(JsonText.of(value), type);
        } catch (JsonbException e) {
            throw Mistake.NOT_OF_TYPE.because(e, name, type.getName());
        }
    }

    /**
     * A value of a script, copied already, as a type that a Java component names, generics included.
     *
     * @param place what the value is called, for an error
     * @param value a String, Boolean, Integer, Long, Double, Date, byte[], List or Map; null for null and undefined
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE when it cannot be one, as a number that does not fit
     */
    public Object argument(String place, Object value, Type type) {
        return new TypedValue(this::binding).of(place, value, type);
    }

    /**
     * What a Java component gives to a script, copied, in the form that a session would have it; byte[] stays one.
     *
     * @param place what the value is called, for an error
     * @param value not null
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE with the place of what scripts have no like of, or
     *     LIMIT_EXCEEDED
     */
    public Object result(String place, Object value) {
        return JavaCopy.forScript(place, value, config.beans(), this::binding);
    }

    /** Made at the first use: most applications have none for it. */
    private synchronized Jsonb binding() {
        if (binding == null) {
            binding = JsonbBuilder.create();
        }
        return binding;
    }

    @PreDestroy
    synchronized void close() {
        if (binding != null) {
            try {
                binding.close();
            } catch (Exception e) {
                // AutoCloseable's own signature; a lifecycle method may throw none that is checked
                throw new IllegalStateException("JSON Binding cannot be closed", e);
            }
        }
    }
}
