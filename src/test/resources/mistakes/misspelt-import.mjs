import { last } from "./_lst.mjs";
