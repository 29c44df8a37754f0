// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.objects.JSModuleLoader;
import java.lang.reflect.Field;
import java.util.List;

/**
 * What the product uses of GraalJS beyond the polyglot API, all of it seen in {@value #SEEN_IN}. None of it is published: another
 * version may lack any of these, and then the deployment must stop instead of letting requests see each other. The pom.xml pins
 * the version; the classes are looked up at start, the fields with each context, and the warm-up run of every context goes
 * through the rest.
 */
public final class EngineInternals {
    private static final String SEEN_IN = "GraalJS 25.0.5";

    /** All that is imported; {@code ULocale} and the class writer are libraries that the engine has made its own. */
    static final List<String> CLASSES = List.of(
            "com.oracle.js.parser.ErrorManager",
            "com.oracle.js.parser.Parser",
            "com.oracle.js.parser.ParserException",
            "com.oracle.js.parser.ScriptEnvironment",
            "com.oracle.js.parser.Source",
            "com.oracle.js.parser.ir.Expression",
            "com.oracle.js.parser.ir.FunctionNode",
            "com.oracle.js.parser.ir.LiteralNode",
            "com.oracle.js.parser.ir.Module",
            "com.oracle.js.parser.ir.Module$ExportEntry",
            "com.oracle.js.parser.ir.Module$ModuleRequest",
            "com.oracle.js.parser.ir.ObjectNode",
            "com.oracle.js.parser.ir.PropertyNode",
            "com.oracle.js.parser.ir.Statement",
            "com.oracle.js.parser.ir.VarNode",
            "com.oracle.truffle.api.impl.DefaultTruffleRuntime",
            "com.oracle.truffle.api.impl.asm.ClassWriter",
            "com.oracle.truffle.api.impl.asm.Label",
            "com.oracle.truffle.api.impl.asm.MethodVisitor",
            "com.oracle.truffle.api.impl.asm.Opcodes",
            "com.oracle.truffle.js.lang.JavaScriptLanguage",
            "com.oracle.truffle.js.nodes.JavaScriptNode",
            "com.oracle.truffle.js.nodes.cast.JSToStringNode",
            "com.oracle.truffle.js.nodes.function.FunctionRootNode",
            "com.oracle.truffle.js.nodes.function.JSBuiltinNode",
            "com.oracle.truffle.js.nodes.promise.BuiltinPromiseRejectionTracker",
            "com.oracle.truffle.js.runtime.Errors",
            "com.oracle.truffle.js.runtime.JSArguments",
            "com.oracle.truffle.js.runtime.JSContext",
            "com.oracle.truffle.js.runtime.JSContextOptions$UnhandledRejectionsTrackingMode",
            "com.oracle.truffle.js.runtime.JSErrorType",
            "com.oracle.truffle.js.runtime.JSException",
            "com.oracle.truffle.js.runtime.JSRealm",
            "com.oracle.truffle.js.runtime.JSRuntime",
            "com.oracle.truffle.js.runtime.JavaScriptRootNode",
            "com.oracle.truffle.js.runtime.SafeInteger",
            "com.oracle.truffle.js.runtime.Strings",
            "com.oracle.truffle.js.runtime.array.TypedArrayFactory",
            "com.oracle.truffle.js.runtime.builtins.JSArray",
            "com.oracle.truffle.js.runtime.builtins.JSArrayBuffer",
            "com.oracle.truffle.js.runtime.builtins.JSArrayBufferView",
            "com.oracle.truffle.js.runtime.builtins.JSArrayObject",
            "com.oracle.truffle.js.runtime.builtins.JSDate",
            "com.oracle.truffle.js.runtime.builtins.JSDateObject",
            "com.oracle.truffle.js.runtime.builtins.JSFunction",
            "com.oracle.truffle.js.runtime.builtins.JSFunctionData",
            "com.oracle.truffle.js.runtime.builtins.JSFunctionObject",
            "com.oracle.truffle.js.runtime.builtins.JSOrdinary",
            "com.oracle.truffle.js.runtime.builtins.JSPromise",
            "com.oracle.truffle.js.runtime.builtins.JSPromiseObject",
            "com.oracle.truffle.js.runtime.builtins.JSProxy",
            "com.oracle.truffle.js.runtime.builtins.JSProxyObject",
            "com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject",
            "com.oracle.truffle.js.runtime.objects.AbstractModuleRecord",
            "com.oracle.truffle.js.runtime.objects.JSAttributes",
            "com.oracle.truffle.js.runtime.objects.JSDynamicObject",
            "com.oracle.truffle.js.runtime.objects.JSModuleData",
            "com.oracle.truffle.js.runtime.objects.JSModuleLoader",
            "com.oracle.truffle.js.runtime.objects.JSModuleRecord",
            "com.oracle.truffle.js.runtime.objects.JSObject",
            "com.oracle.truffle.js.runtime.objects.JSObjectUtil",
            "com.oracle.truffle.js.runtime.objects.Null",
            "com.oracle.truffle.js.runtime.objects.ScriptOrModule",
            "com.oracle.truffle.js.runtime.objects.Undefined",
            "com.oracle.truffle.regex.RegexLanguage",
            "org.graalvm.shadowed.com.ibm.icu.util.ULocale");

    private EngineInternals() {}

    /** Names all that an engine lacks, before any of it is used. */
    public static void lookUp() {
        lookUp(CLASSES);
    }

    static void lookUp(List<String> classes) {
        List<String> missing = classes.stream().filter(name -> !isThere(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "This version of GraalJS has no %s. Package %s, which the product's pom.xml names."
                            .formatted(String.join(", ", missing), SEEN_IN));
        }
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, EngineInternals.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /** By reflection: there is no public way to set a loader, nor to say what an untouched prototype looks like. */
    static void setModuleLoader(JSRealm realm, JSModuleLoader loader) {
        set(realm, "moduleLoader", loader);
    }

    /**
     * Lets the engine take the hardened RegExp.prototype for one that nobody has touched. The engine has a short way for regular
     * expressions whose prototype has the shape that it had when the realm was made, and freezing gives it another. On that way
     * the prototype's members are not asked: they would give the built-in ones, since nobody can change them any more.
     * A member of the expression's own that is named like a flag is not asked either, by split for one, as in GraalJS itself.
     */
    public static void keepRegExpsFast(JSRealm realm) {
        set(realm, "initialRegExpPrototypeShape", realm.getRegExpPrototype().getShape());
    }

    private static void set(JSRealm realm, String name, Object value) {
        try {
            Field field = JSRealm.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(realm, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This version of GraalJS has no %s.%s. Package %s, which the product's pom.xml names."
                            .formatted(JSRealm.class.getName(), name, SEEN_IN),
                    e);
        }
    }
}
