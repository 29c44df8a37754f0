import { greet } from "beans/bench/greeter";
import { response } from "sdk/http";

response.println(greet("Ann"));
response.flush();
response.close();
