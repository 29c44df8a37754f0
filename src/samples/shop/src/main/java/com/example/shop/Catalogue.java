// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The products. */
@Named
@ApplicationScoped
public class Catalogue {
    @PersistenceContext
    private EntityManager database;

    public List<Product> getProducts() {
        return database.createQuery("select p from Product p order by p.name", Product.class)
                .getResultList();
    }

    Optional<Product> find(String code) {
        return Optional.ofNullable(database.find(Product.class, code));
    }

    /** Takes a product out of stock, in the caller's transaction; false when there are not as many. */
    boolean take(String code, int quantity) {
        // in one statement, so that of two orders for the last piece one alone gets it
        return database.createQuery(
                                "update Product p set p.stock = p.stock - :n where p.code = :code and p.stock >= :n")
                        .setParameter("n", quantity)
                        .setParameter("code", code)
                        .executeUpdate()
                == 1;
    }
}
