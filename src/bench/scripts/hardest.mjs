// What no shared context could serve without forgetting modules: a cycle, an export reassigned later, import(), await.
import { response } from "sdk/http";
import { next, current } from "./_cycle.mjs";

export const name = () => "attr1";

const { attribute } = await import("./_level1.mjs");
next();
attribute.set("value" + current);
response.println(attribute.show());
response.flush();
response.close();
