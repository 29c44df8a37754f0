import { session } from "sdk/http";

session.getAtribute("cart");
