// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.scriptingsession.api.ScriptingSession;

/** The shop for programs. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ShopResource {
    @Inject
    private ScriptingSession session;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Cart cart;

    @Inject
    private Orders orders;

    @GET
    @Path("products")
    public List<Product> products() {
        return catalogue.getProducts();
    }

    /** The session's attribute as the script stored it. */
    @GET
    @Path("cart")
    public Object cart() {
        return session.get("cart").orElse(Map.of("items", List.of()));
    }

    @GET
    @Path("orders")
    public List<PlacedOrder> orders(@Context SecurityContext user) {
        return orders.of(user.getUserPrincipal().getName());
    }

    /** Orders what is in the cart. */
    @POST
    @Path("orders")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response order(@FormParam("address") String address, @Context SecurityContext user) {
        PlacedOrder order =
                cart.handOver(items -> orders.place(user.getUserPrincipal().getName(), address, items));
        return Response.status(Response.Status.CREATED).entity(order).build();
    }
}
