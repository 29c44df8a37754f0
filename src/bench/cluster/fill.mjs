// Makes the session as large as the parameter says, in kB, in attributes of 20 kB.
import { session, request, response } from "sdk/http";

for (let kB = Number(request.getParameter("kB")), i = 0; kB > 0; kB -= 20) {
  session.set(`filler${i++}`, "x".repeat(1000 * Math.min(kB, 20)));
}
session.set("n", 0);
response.print("filled");
