import { fail } from "./_thrower.mjs";

fail("the reason");
