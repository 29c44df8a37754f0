// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;

/** The orders. */
@ApplicationScoped
@Transactional
public class Orders {
    @PersistenceContext
    private EntityManager database;

    @Inject
    private Catalogue catalogue;

    /** Takes all of the items out of stock, or nothing. */
    public PlacedOrder place(
            String customer,
            @NotBlank(message = "say where to deliver (address)")
                    @Size(max = 200, message = "an address has at most 200 characters")
                    String address,
            @NotEmpty(message = "the cart is empty") List<Cart.@Valid Item> items) {
        // always in one order: two customers who buy the same products do not wait for each other's rows
        List<OrderLine> lines = items.stream()
                .sorted(Comparator.comparing(Cart.Item::product))
                .map(this::take)
                .toList();
        PlacedOrder order = new PlacedOrder(customer, address, lines);
        database.persist(order);
        return order;
    }

    public List<PlacedOrder> of(String customer) {
        return database.createQuery(
                        "select o from PlacedOrder o where o.customer = :customer order by o.id", PlacedOrder.class)
                .setParameter("customer", customer)
                .getResultList();
    }

    private OrderLine take(Cart.Item item) {
        Product product = catalogue
                .find(item.product())
                .orElseThrow(() -> new Refused("there is no product " + item.product() + ": take it out of the cart"));
        if (!catalogue.take(item.product(), item.quantity())) {
            throw new Refused("there are not " + item.quantity() + " of " + product.getName() + " in stock");
        }
        return new OrderLine(product, item.quantity());
    }

    /** The shop cannot deliver; the message tells the customer why. */
    public static class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
