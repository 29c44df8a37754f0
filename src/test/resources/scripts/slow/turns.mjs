import { response } from "sdk/http";

// slow by computing
const end = Date.now() + 6000;
while (Date.now() < end);
response.print("turned");
