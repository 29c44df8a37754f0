import { session, response } from "sdk/http";

export const access = { roles: ["**"] };

const id = session.getId();
session.set("cart", ["tea"]);
response.print([id, session.getId() === id]);
