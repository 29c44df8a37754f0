// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.value.FoundValue;
import org.scriptingsession.value.StoredValue;

/** A context with the functions that carry values, and no more of the product. */
final class ValueContext implements AutoCloseable {
    private final Engine engine = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    private final Context context = Context.newBuilder("js").engine(engine).build();
    private final Value pack;
    private final Value packResult;
    private final Value unpack;
    private final Value same;

    ValueContext(Map<String, String> settings) {
        context.initialize("js");
        context.enter();
        Map<String, JSFunctionObject> functions = ValueFunctions.of(
                JavaScriptLanguage.getCurrentJSRealm(), ScriptingConfigReader.read(new FixedConfig(settings)));
        pack = context.asValue(functions.get("pack"));
        packResult = context.asValue(functions.get("packResult"));
        unpack = context.asValue(functions.get("unpack"));
        same = eval(text("/values/same.js"));
    }

    /** The value of an expression. */
    Value eval(String expression) {
        return context.eval("js", expression);
    }

    /** What the session would hold of a script's value; null for nothing. */
    StoredValue pack(Value value) {
        Value packed = pack.execute("cart", value);
        return packed.isNull() ? null : packed.asHostObject();
    }

    /** Likewise of what a function given to update returned. */
    Value packResult(Value value) {
        return packResult.execute("cart", value);
    }

    /** What a script would get of a value that the session holds. */
    Value unpack(Object held) {
        return unpack.execute(held == null ? null : new FoundValue("cart", held));
    }

    /** Whether they are the same for a script, and the copy is frozen. */
    boolean isSame(Value original, Value copy) {
        return same.execute(original, copy).asBoolean();
    }

    /** What comes back of an object from another server, or from the disk. */
    static Object serialized(Object value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return in.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String resource) {
        try (InputStream in = ValueContext.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.leave();
        context.close();
        engine.close();
    }
}
