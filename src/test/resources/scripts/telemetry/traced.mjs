// calls beans, or fails
import { request, response } from "sdk/http";
import { count, later } from "beans/watch/stock";

if (request.getResourcePath() === "fails") throw new Error("secret text");
if (request.getResourcePath() === "bean") count("");
response.json([count("ab"), await later("abc")]);
