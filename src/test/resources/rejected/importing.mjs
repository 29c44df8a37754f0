import { response } from "sdk/http";

import { absent } from "./absent.mjs";
response.println(absent);
