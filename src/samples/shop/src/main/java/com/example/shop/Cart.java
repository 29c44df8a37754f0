// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.scriptingsession.api.ScriptingSession;

/** The cart of the user's session, which the script {@code cart.mjs} fills. */
@Named
@RequestScoped
public class Cart {
    private static final String ATTRIBUTE = "cart";

    @Inject
    private ScriptingSession session;

    @Inject
    private Catalogue catalogue;

    /** What the script stores: {@code { items: [{ product, quantity }] }}. */
    public record Content(List<Item> items) {}

    /** One product and how many of it. */
    public record Item(@NotNull String product, @Min(1) @Max(99) int quantity) {}

    public List<Item> getItems() {
        return session.get(ATTRIBUTE, Content.class).map(Content::items).orElse(List.of());
    }

    /** The items with names and prices; a product that the shop does not have is left out. */
    public List<OrderLine> getLines() {
        return getItems().stream()
                .flatMap(item ->
                        catalogue.find(item.product()).stream().map(found -> new OrderLine(found, item.quantity())))
                .toList();
    }

    public BigDecimal getTotal() {
        return getLines().stream().map(OrderLine::getSum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Hands the items over and empties the cart. The session is locked meanwhile, so that a second click finds the cart
     * empty; when the receiver throws, the cart stays as it was.
     */
    <T> T handOver(Function<List<Item>, T> receiver) {
        AtomicReference<T> result = new AtomicReference<>();
        session.update(ATTRIBUTE, now -> {
            result.set(receiver.apply(getItems()));
            return null;
        });
        return result.get();
    }
}
