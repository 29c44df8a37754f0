// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import java.util.List;
import org.scriptingsession.api.Export;

/** What every shelf can do. */
public abstract class Crud<E> {
    @Export
    public String kind(E entity) {
        return entity.getClass().getSimpleName();
    }

    @Export
    public List<E> twice(List<E> entities) {
        return List.of(entities.get(0), entities.get(0));
    }

    @Export
    public abstract E save(E entity);
}
