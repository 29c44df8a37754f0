import { last } from "./_stacked.mjs";

const newest = (cart) => last(cart);

newest([]);
