// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.logging.Logger;

/** Fills up what is sold out. */
@Singleton
public class Restock {
    private static final Logger LOG = Logger.getLogger(Restock.class.getName());

    @PersistenceContext
    private EntityManager database;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void fillUp() {
        int filled = database.createQuery("update Product p set p.stock = 5 where p.stock = 0")
                .executeUpdate();
        if (filled > 0) {
            LOG.info(() -> "Products filled up: " + filled);
        }
    }
}
