// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import com.oracle.truffle.js.lang.JavaScriptLanguage;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Context;

/**
 * The module map of a context (HTML's word; ECMA-262 leaves it to the host): which module record an import gives. The engine
 * keeps it for the context's life, so that an imported script would carry its variables from request to request.
 *
 * <p>The engine has no public way to forget a module. This reads its map by reflection; the version of GraalJS is pinned, and
 * a context in which the map is not found is not made, so that another version stops the deployment instead of leaking.
 */
final class ModuleMap {
    private static final String FIELD = "moduleMap";

    private final Map<?, ?> records;
    private final Set<Object> lasting;

    private ModuleMap(Map<?, ?> records) {
        this.records = records;
        this.lasting = Set.copyOf(records.keySet());
    }

    /** The map of an entered context; what is in it now, the product's modules, stays. */
    static ModuleMap of(Context context) {
        try {
            Object loader = JavaScriptLanguage.getJSRealm(context).getModuleLoader();
            Field field = declared(loader.getClass());
            field.setAccessible(true);
            return new ModuleMap((Map<?, ?>) field.get(loader));
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(
                    "This version of GraalJS keeps its modules in an unknown place. Package the version that the product's"
                            + " pom.xml names.",
                    e);
        }
    }

    /** Forgets all but the product's own modules. */
    void forgetScripts() {
        if (records.size() > lasting.size()) {
            records.keySet().retainAll(lasting);
        }
    }

    private static Field declared(Class<?> loader) throws NoSuchFieldException {
        for (Class<?> type = loader; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(FIELD)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(loader.getName() + "." + FIELD);
    }
}
