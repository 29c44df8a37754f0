// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.module.ScriptPath;

/**
 * One state of a script's file, immutable and parsed once, however many requests ask for it: a broken one is broken for all.
 */
final class ScriptFile {
    private final String text;
    private final ScriptModule module;
    private final ScriptingException broken;

    private ScriptFile(String text, ScriptModule module, ScriptingException broken) {
        this.text = text;
        this.module = module;
        this.broken = broken;
    }

    static ScriptFile of(String path, String text) {
        try {
            boolean json = ScriptPath.isJson(path);
            return new ScriptFile(
                    text, json ? ModuleParser.parseJson(path, text) : ModuleParser.parse(path, text), null);
        } catch (ScriptingException e) {
            return new ScriptFile(text, null, e);
        }
    }

    String text() {
        return text;
    }

    /** @throws ScriptingException when the text cannot be parsed */
    ScriptModule module() {
        if (broken != null) {
            throw broken;
        }
        return module;
    }
}
