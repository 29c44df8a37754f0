// SPDX-License-Identifier: Apache-2.0
// Run once in every new context, in a call that no client has sent: the engine has met the way from a script to the host and back
// when the first request comes.
import { session, request, response } from "sdk/http";

session.setAttribute("name", "value");
session.getAttribute("name");
session.set("name", { date: new Date(0), list: [1, 0.5, true, null] });
session.update("name", (value) => value);
request.getParameter("name");
response.println("[Attribute]: " + JSON.stringify({ a: [1, "b", null] }));
