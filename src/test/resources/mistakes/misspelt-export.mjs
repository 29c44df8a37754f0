import { lst } from "./_list.mjs";
