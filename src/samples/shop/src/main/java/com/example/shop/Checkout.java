// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;

/** The page {@code checkout.xhtml}, which only customers see who have logged in. */
@Named
@RequestScoped
public class Checkout {
    @Inject
    private Cart cart;

    @Inject
    private Orders orders;

    @Inject
    private HttpServletRequest request;

    private String address;

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public List<PlacedOrder> getOrders() {
        return orders.of(request.getRemoteUser());
    }

    public String order() {
        try {
            cart.handOver(items -> orders.place(request.getRemoteUser(), address, items));
            return "checkout?faces-redirect=true";
        } catch (ConstraintViolationException e) {
            e.getConstraintViolations().forEach(wrong -> tell(wrong.getMessage()));
        } catch (Orders.Refused e) {
            tell(e.getMessage());
        }
        return null;
    }

    private static void tell(String message) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(message));
    }
}
