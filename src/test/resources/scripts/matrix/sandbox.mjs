import { response } from "sdk/http";

response.print(["Java", "Polyglot", "Packages", "process", "require", "load", "fetch"].filter((name) => name in globalThis).join());
