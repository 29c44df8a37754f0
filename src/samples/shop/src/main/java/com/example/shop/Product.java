// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** What the shop sells. */
@Entity
public class Product {
    @Id
    private String code;

    private String name;

    @Column(precision = 10, scale = 2)
    private BigDecimal price;

    private int stock;

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public int getStock() {
        return stock;
    }
}
