import { session, response } from "sdk/http";

session.setAttribute("stored", "yes");
for (let line = 0; line < 750; line++) {
    response.print("x".repeat(16384));
}
