// Begins, says so, and then waits for its body: the test decides what happens meanwhile.
import { session, request, response } from "sdk/http";
import { thrownBy } from "./_cases.mjs";
import { everyFunction } from "./_every.mjs";

const touched = request.getResourcePath() === "touched";
if (touched) session.getAttribute("user");
response.println("begun");
response.flush();
request.getText();
response.println(JSON.stringify({ ...everyFunction(session, thrownBy), isValid: session.isValid() }));
