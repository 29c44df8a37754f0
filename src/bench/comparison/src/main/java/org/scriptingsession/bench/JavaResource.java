// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bench;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java twin of each benchmarked script. */
@Path("")
@RequestScoped
public class JavaResource {
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private SessionBean session;

    @Inject
    private Greeter greeter;

    @GET
    @Path("hello")
    public void hello(@Context HttpServletResponse response) throws IOException {
        session.set("attr1", "value1");
        send(response, "[Attribute]: " + session.get("attr1") + "\n");
    }

    @GET
    @Path("bean")
    public void bean(@Context HttpServletResponse response) throws IOException {
        send(response, greeter.greet("Ann") + "\n");
    }

    @GET
    @Path("readonly")
    public void readOnly(@Context HttpServletRequest request, @Context HttpServletResponse response) throws IOException {
        send(response, "[Attribute]: " + (request.getSession(false) == null ? null : session.get("attr1")) + "\n");
    }

    @GET
    @Path("output")
    public void output(@Context HttpServletResponse response) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append("line ").append(i).append(' ').append("0123456789".repeat(9)).append('\n');
        }
        send(response, text.toString());
    }

    /** One item. */
    public static class Item {
        public int id;
        public String name;
        public double price;
        public List<String> tags;
        public String label;
    }

    /** All items. */
    public static class Items {
        public List<Item> items = new ArrayList<>();
    }

    @GET
    @Path("compute")
    public void compute(@Context HttpServletResponse response) throws IOException {
        Items made = new Items();
        for (int i = 0; i < 1000; i++) {
            Item item = new Item();
            item.id = i;
            item.name = "item " + i;
            item.price = i * 1.5;
            item.tags = List.of("a", "b" + i % 7);
            made.items.add(item);
        }
        double total = 0;
        for (Item item : JSON.fromJson(JSON.toJson(made), Items.class).items) {
            if (item.id % 2 == 1) {
                item.price *= 1.19;
                item.label = item.name + ":" + String.join("/", item.tags);
                total += item.price + item.label.length();
            }
        }
        send(response, total + "\n");
    }

    /** A line of the cart. */
    public static class Line {
        public String id;
        public String name;
        public double price;
        public int count;
        public Instant added;
    }

    /** About 10 kB as JSON. */
    public static class Cart {
        public List<Line> lines = new ArrayList<>();
    }

    @GET
    @Path("cart")
    public void cart(@Context HttpServletResponse response) throws IOException {
        String stored = (String) session.get("cart");
        Cart cart = stored == null ? newCart() : JSON.fromJson(stored, Cart.class);
        Line first = cart.lines.get(0);
        first.count = 3 - first.count;
        session.set("cart", JSON.toJson(cart));
        send(response, cart.lines.size() + " lines\n");
    }

    private static Cart newCart() {
        Cart cart = new Cart();
        for (int i = 0; i < 100; i++) {
            Line line = new Line();
            line.id = "line-" + (1000 + i);
            line.name = "Darjeeling first flush " + i;
            line.price = 12.5 + i / 4.0;
            line.count = 1 + i % 2;
            line.added = Instant.ofEpochMilli(1_700_000_000_000L + i);
            cart.lines.add(line);
        }
        return cart;
    }

    private static final Pattern ITEM = Pattern.compile("^(\\w+)-(\\d+): (\\d+)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern BETWEEN = Pattern.compile("[:,]\\s*");

    @GET
    @Path("regexp")
    public void regexp(@Context HttpServletResponse response) throws IOException {
        int found = 0;
        for (int i = 0; i < 200; i++) {
            String line = "item-" + i + ": " + i * 7 + " pieces, ann" + i + "@example.org";
            Matcher item = ITEM.matcher(line);
            item.find();
            found += Integer.parseInt(item.group(3));
            found += DIGITS.matcher(line).replaceAll("#").length() + BETWEEN.split(line).length;
        }
        send(response, found + "\n");
    }

    record Person(int age, String name) {}

    @GET
    @Path("sort")
    public void sort(@Context HttpServletResponse response) throws IOException {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            people.add(new Person(i * 7919 % 97, "name " + i * 31 % 500));
        }
        people.sort(Comparator.comparingInt(Person::age).thenComparing(Person::name));
        send(response, people.get(0).name() + people.get(499).name() + "\n");
    }

    @GET
    @Path("strings")
    public void strings(@Context HttpServletResponse response) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append("line ").append(i).append(" of many\n");
        }
        String whole = text.toString();
        send(response, whole.toUpperCase(Locale.ROOT).indexOf("LINE 999") + whole.split("\n", -1).length + "\n");
    }

    private static void send(HttpServletResponse response, String text) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        OutputStream out = response.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        out.close();
    }
}
