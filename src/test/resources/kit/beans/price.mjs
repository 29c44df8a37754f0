import { price, later, visits, running } from "beans/kit/prices";
import { response } from "sdk/http";

response.json({ price: price(10), later: await later(), visits: visits(), running: running() });
