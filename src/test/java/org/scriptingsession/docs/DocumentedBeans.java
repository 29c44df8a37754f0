// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** The beans that scripts of the documentation import. */
final class DocumentedBeans {
    private DocumentedBeans() {}

    /** As {@code howto/beans.md} has it. */
    @ApplicationScoped
    @ScriptModule("shop/cart")
    public static class Cart {
        /** A row of the cart. */
        public record Line(String name, BigDecimal price) {}

        /** What all lines cost. */
        @Export
        public BigDecimal total(List<Line> lines) {
            return lines.stream().map(Line::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** As the tutorial has it. */
    @ApplicationScoped
    @ScriptModule("shop/prices")
    public static class Prices {
        private static final Map<String, Integer> CENTS = Map.of("tea", 450, "biscuit", 250);

        /** In cents; null for what is not sold. */
        @Export
        public Integer of(String product) {
            return CENTS.get(product);
        }
    }
}
