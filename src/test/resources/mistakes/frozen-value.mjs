import { session } from "sdk/http";

session.set("cart", { items: [] });
session.get("cart").items.push("tea");
