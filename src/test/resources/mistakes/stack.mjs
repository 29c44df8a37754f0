import { session } from "sdk/http";
import { last } from "./_list.mjs";

const newest = (cart) => last(cart);

session.set("<i>name</i>", "secret value").set("cart", []);
newest(session.get("cart"));
