// Reads one small attribute of the session, however large that is.
import { session, response } from "sdk/http";

response.print(`n is ${session.get("n")}`);
