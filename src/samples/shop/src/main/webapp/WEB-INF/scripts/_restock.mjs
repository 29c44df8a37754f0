// Called by a timer of the application (Restock.java): how much of what is ordered when it is sold out.
import { entries, fillUp } from "beans/shop/stock";

const USUAL = 5;

/** Returns how many products were filled up. */
export const fillUpAll = () => entries().filter(({ product, quantity }) => quantity === 0 && fillUp(product, USUAL)).length;
