import { later } from "beans/bench/greeter";
import { response } from "sdk/http";

const [first] = await Promise.all([later("Ann"), later("Bob")]);
response.println(first);
