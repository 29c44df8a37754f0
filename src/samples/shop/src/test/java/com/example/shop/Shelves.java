// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** Gives scripts a collection that is read when the transaction is over. */
@ApplicationScoped
@Transactional
@ScriptModule("shop/shelves")
public class Shelves {
    @PersistenceContext
    private EntityManager database;

    @Export
    public void put(String name, List<String> goods) {
        database.persist(new Shelf(name, goods));
    }

    @Export
    public List<String> goods(String name) {
        return database.find(Shelf.class, name).goods();
    }
}
