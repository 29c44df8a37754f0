// As slow.mjs, without output before the body has come: a new session could still get its cookie.
import { session, request, response } from "sdk/http";
import { thrownBy } from "./_cases.mjs";

session.setAttribute("waits", true);
request.getText();
response.println(thrownBy(() => session.setAttribute("user", "bob")));
