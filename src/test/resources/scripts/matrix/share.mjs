import { session, response } from "sdk/http";

session.setAttribute("ofScript", "from a script");
response.print(session.getAttribute("ofJava"));
