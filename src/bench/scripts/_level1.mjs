import { Attribute } from "./_level2.mjs";

export const attribute = new Attribute("attr1");
