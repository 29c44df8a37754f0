// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** What is in stock, for scripts: each call is a transaction, or part of the caller's. */
@ApplicationScoped
@Transactional
@ScriptModule("shop/stock")
public class Stock {
    @PersistenceContext
    private EntityManager database;

    @Export
    public List<Entry> entries() {
        return database.createQuery("select p from Product p order by p.code", Product.class).getResultStream()
                .map(product -> new Entry(product.getCode(), product.getStock()))
                .toList();
    }

    /** Sets what is there of a product that is sold out; false when it is not, any more. */
    @Export
    public boolean fillUp(String product, @Min(1) @Max(99) int quantity) {
        return database.createQuery("update Product p set p.stock = :n where p.code = :code and p.stock = 0")
                        .setParameter("n", quantity)
                        .setParameter("code", product)
                        .executeUpdate()
                == 1;
    }

    /** How many there are of a product. */
    public record Entry(String product, int quantity) {}
}
