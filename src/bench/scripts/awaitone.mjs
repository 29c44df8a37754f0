import { later } from "beans/bench/greeter";
import { response } from "sdk/http";

response.println(await later("Ann"));
