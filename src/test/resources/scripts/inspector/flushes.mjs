import { response } from "sdk/http";

response.print("begun");
response.flush();
response.print("ended");
