import { session } from "sdk/http";

session.getAttribute("");
