import { request, response } from "sdk/http";

response.print("begun, ");
response.flush();
request.getText();
const { part } = await import("./part.mjs");

response.print(`waited for ${part}`);
