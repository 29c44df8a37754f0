// Ends, or fails, a while after the log has been told that it has begun.
import { request, response, session } from "sdk/http";

const name = request.getResourcePath();
console.log(`begun ${name}`);
const end = Date.now() + (name === "outlasts" ? Infinity : 3000);
while (Date.now() < end);
if (name === "begins") session.set("begun", true);
response.println("ended");
if (name === "flushes") response.flush();
if (name === "fails") throw new Error("by design");
