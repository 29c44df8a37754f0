// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.objects.JSModuleLoader;
import java.lang.reflect.Field;

/**
 * What the product uses of GraalJS beyond the polyglot API, all of it seen in {@value #SEEN_IN}. None of it is published: another
 * version may lack any of these, and then the deployment must stop instead of letting requests see each other. The pom.xml pins
 * the version; the fields are looked up with each context, and the warm-up run of every context goes through the rest.
 *
 * <ul>
 *   <li>{@code JSRealm.moduleLoader} and {@code JSRealm.initialRegExpPrototypeShape}, private fields, by reflection: there is no
 *       public way to set a loader, nor to say what an untouched prototype looks like.
 *   <li>{@code com.oracle.js.parser}: {@code Parser.parseModule} and the tree of {@code ir} that it makes, in
 *       {@link ModuleParser} and {@link Declarations}.
 *   <li>{@code JSModuleLoader}, {@code JSModuleRecord}, {@code JSModuleData}, {@code Evaluator.envParseModule},
 *       {@code JSAgent.enqueuePromiseJob}, {@code BuiltinPromiseRejectionTracker} and {@code JSPromise}, in {@link ModuleLoader}
 *       and {@link ModuleEvaluator}.
 *   <li>{@code JavaScriptRootNode}, {@code FunctionRootNode}, {@code JSBuiltinNode}, {@code JSContext.setEmbedderData},
 *       {@code JSFunctionData}, {@code JSToStringNode}, {@code JSFunction}, {@code JSArguments}, {@code Errors},
 *       {@code JSArray}, {@code JSDate}, {@code JSOrdinary}, {@code JSObject}, {@code JSObjectUtil}, {@code JSRuntime} and
 *       {@code Strings}, in {@code org.scriptingsession.engine.values}.
 *   <li>{@code com.oracle.truffle.api.impl.asm}, which makes a class, in {@code StackReserve}.
 * </ul>
 */
public final class EngineInternals {
    private static final String SEEN_IN = "GraalJS 25.0.5";

    private EngineInternals() {}

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
