import { response } from "sdk/http";

response.println("fine");
