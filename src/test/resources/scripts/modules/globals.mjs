import { response } from "sdk/http";

response.json(Object.getOwnPropertyNames(globalThis).sort());
