// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import java.util.List;

/** Its goods are read when somebody asks for them. */
@Entity
public class Shelf {
    @Id
    private String name;

    @ElementCollection(fetch = FetchType.LAZY)
    private List<String> goods;

    protected Shelf() {}

    Shelf(String name, List<String> goods) {
        this.name = name;
        this.goods = goods;
    }

    List<String> goods() {
        return goods;
    }
}
