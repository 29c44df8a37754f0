// The documentation's script behind two levels of user imports.
import { response } from "sdk/http";
import { attribute } from "./_level1.mjs";

attribute.set("value1");
response.println(attribute.show());
response.flush();
response.close();
