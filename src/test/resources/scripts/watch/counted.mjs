// run by the test of its count alone
import { response } from "sdk/http";

response.println("counted");
