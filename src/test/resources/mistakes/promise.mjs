import { session } from "sdk/http";

const load = async () => ["tea"];

session.set("cart", load());
