// Waits for what never completes: until the deadline.
import { never } from "beans/it/prices";
import { response } from "sdk/http";

response.println(await never());
