import { session, response } from "sdk/http";

response.println("[Attribute]: " + session.getAttribute("attr1"));
