import * as http from "sdk/http";

http.response.json(Object.keys(http[http.request.getResourcePath()]).filter((name) => typeof http[http.request.getResourcePath()][name] === "function").sort());
