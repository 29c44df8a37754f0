// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** A product as it is sold: its name and price of that moment, and how many. */
@Embeddable
public class OrderLine {
    private String product;
    private String name;
    private int quantity;

    @Column(precision = 10, scale = 2)
    private BigDecimal price;

    protected OrderLine() {}

    OrderLine(Product product, int quantity) {
        this.product = product.getCode();
        this.name = product.getName();
        this.price = product.getPrice();
        this.quantity = quantity;
    }

    public String getProduct() {
        return product;
    }

    public String getName() {
        return name;
    }

    public int getQuantity() {
        return quantity;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public BigDecimal getSum() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
