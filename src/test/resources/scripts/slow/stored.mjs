import { session, response } from "sdk/http";

response.print(session.getAttribute("stored"));
