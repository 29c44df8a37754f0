// Changes one small attribute of the session, however large that is.
import { session, response } from "sdk/http";

session.update("n", (n = 0) => (n + 1) % 1000);
response.print("changed");
