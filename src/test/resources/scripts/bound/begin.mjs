import { session, response } from "sdk/http";

session.set("mark", "here");
response.println("begun");
