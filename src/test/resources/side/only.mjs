import { response } from "sdk/http";

response.print("only");
