import { sleep } from "beans/load/sleeper";
import { response } from "sdk/http";

sleep(50);
response.println("good");
