// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** Exports what its superclass does, with types of its own. */
@ApplicationScoped
@ScriptModule("it/shelf")
public class Shelf extends Crud<Shop.Line> {
    @Override
    @Export
    public Shop.Line save(Shop.Line line) {
        return line;
    }
}
