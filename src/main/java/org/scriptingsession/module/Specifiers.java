// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.Optional;
import java.util.function.Function;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Mistake;

/** What the specifiers of one graph mean: modules of the product and of beans first, then the import map, then paths. */
final class Specifiers {
    private final ProductModules product;
    private final Optional<ScriptModule> mapFile;

    /** Why there is no map though there is a file: told to whom it concerns, not to who imports only the product's modules. */
    private final ScriptingException broken;

    private volatile ImportMap map;

    /** Looks for the map at once, so that who reads the files knows that it counts. */
    Specifiers(ProductModules product, Function<String, Optional<ScriptModule>> files) {
        this.product = product;
        Optional<ScriptModule> found = Optional.empty();
        ScriptingException wrong = null;
        try {
            found = files.apply(ImportMap.PATH);
        } catch (ScriptingException e) {
            if (Mistake.of(e) != Mistake.SYNTAX_ERROR) {
                throw e;
            }
            wrong = e;
        }
        this.mapFile = found;
        this.broken = wrong;
    }

    /** The product's or a bean's module at a path; null for any other path. */
    ScriptModule product(String path) {
        return product.at(path);
    }

    /**
     * The path that a specifier means to a module.
     *
     * @throws org.scriptingsession.api.ScriptingException for one that means none, or a file that is neither script nor JSON
     */
    String resolve(String importer, String specifier, String location) {
        String known = product.resolve(specifier);
        if (known != null) {
            return known;
        }
        if (ProductModules.isBean(specifier)) {
            throw Mistake.BEAN_NOT_FOUND.with(location, specifier, NearestNames.of(specifier, product.beans()));
        }
        String path = isRelative(specifier) ? ScriptPath.resolve(importer, specifier) : null;
        String mapped = map().resolve(importer, path == null ? specifier : path, specifier, location);
        if (mapped != null) {
            path = mapped;
        }
        if (path == null) {
            throw Mistake.IMPORT_REFUSED.with(location, specifier);
        }
        if (!ScriptPath.isScript(path) && !ScriptPath.isJson(path)) {
            throw Mistake.IMPORT_OF_NO_SCRIPT.with(location, specifier);
        }
        return path;
    }

    /** @throws org.scriptingsession.api.ScriptingException when JSON is imported without the attribute, or no JSON with it */
    static void checkType(String path, String specifier, boolean json, String location) {
        if (ScriptPath.isJson(path) != json) {
            throw (json ? Mistake.IMPORT_OF_NO_JSON : Mistake.IMPORT_OF_JSON).with(location, specifier);
        }
    }

    private static boolean isRelative(String specifier) {
        return specifier.startsWith("./") || specifier.startsWith("../");
    }

    private ImportMap map() {
        if (broken != null) {
            throw broken;
        }
        if (map == null) {
            map = mapFile.map(ImportMap::of).orElse(ImportMap.NONE);
        }
        return map;
    }
}
