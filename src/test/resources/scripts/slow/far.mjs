import { response } from "sdk/http";

// further than a script may be ahead here
for (let line = 0; line < 1000; line++) {
    response.print("x".repeat(16384));
}
