// Begins a session and says so, and then waits for its body.
import { session, request, response } from "sdk/http";

response.print(`[${session.getId()}] begun`);
response.flush();
request.getText();
response.print(`still new: ${session.isNew()}`);
