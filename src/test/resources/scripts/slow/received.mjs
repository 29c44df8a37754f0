import { request, response, session } from "sdk/http";

// what came, and that it is one call with one session
session.setAttribute("stored", "sent");
const text = request.getText();
response.print(text.length + " " + text.slice(-10) + " " + request.getContentType());
