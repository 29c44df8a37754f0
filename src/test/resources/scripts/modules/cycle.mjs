import { response } from "sdk/http";
import { ping } from "./lib/ping.mjs";

response.json(ping(3));
