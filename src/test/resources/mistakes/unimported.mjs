session.get("cart");
