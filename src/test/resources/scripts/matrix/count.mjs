import { session, response } from "sdk/http";

response.print(session.update("count", (count = 0) => count + 1));
