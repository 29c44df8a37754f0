import { response } from "sdk/http";
import { never } from "beans/it/prices";

// until somebody releases it
const held = never();
response.print("begun");
response.flush();
response.print(await held);
