// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a customer has ordered. */
@Entity
public class PlacedOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    private String customer;
    private String address;

    // eager: pages and JSON read the lines after the transaction
    @ElementCollection(fetch = FetchType.EAGER)
    private List<OrderLine> lines;

    protected PlacedOrder() {}

    PlacedOrder(String customer, String address, List<OrderLine> lines) {
        this.customer = customer;
        this.address = address;
        this.lines = new ArrayList<>(lines);
    }

    public Long getId() {
        return id;
    }

    public String getCustomer() {
        return customer;
    }

    public String getAddress() {
        return address;
    }

    public List<OrderLine> getLines() {
        return lines;
    }

    public BigDecimal getTotal() {
        return lines.stream().map(OrderLine::getSum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
