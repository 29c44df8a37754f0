// What is in stock, as the application's bean says (Stock.java).
import { entries } from "beans/shop/stock";
import { response } from "sdk/http";

response.json(Object.fromEntries(entries().map(({ product, quantity }) => [product, quantity])));
