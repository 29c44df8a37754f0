import { session, request, response, Session, type Cookie, type ErrorCode, type Part } from "sdk/http";
import onlySession, { session as named } from "sdk/http/session";
import dirigible from "@dirigible/http/response";
import { Request } from "@aerokit/sdk/http";
import { Session as SessionModule } from "@aerokit/sdk/http/session";
import { Request as RequestModule } from "@dirigible/http/request";
import { Response as ResponseModule } from "sdk/http/response";

const text: string | null = session.getAttribute("attr1");
const stored: string | null = session.setAttribute("attr1", "value1");
session.setAttribute("attr1", null);
session.setAttribute("typed", { list: [1, "a", null, new Date()] });
const since: number = session.getCreationTime().getTime();

const cart = session.get("cart");
const first: string | undefined = cart?.items[0]?.name;
const added: Date | undefined = cart?.items[0]?.added;
session.set("cart", { items: [], coupon: null }).set("visits", 1).set("other", [1, 2]).set("other", null);
if (cart) session.set("cart", cart);
const visits: number | null = session.update("visits", (current) => (current ?? 0) + 1);
const gone: number | null = session.update("visits", () => null);
const next = session.update("cart", (current) => ({ items: [...(current?.items ?? [])], coupon: "x" }));
const loose: number = session.get("undeclared");
const sum: number = session.update("undeclared", (current) => Number(current ?? 0) + 1);
declare const anyName: string;
session.set(anyName, "x");
const removed: boolean = session.delete("cart") || session.has("cart");
const id: string = session.changeId();

const same: typeof session = Session;
const code: ErrorCode = "LOCK_TIMEOUT";
const cookie: Cookie = { name: "a", value: "b", attributes: { Path: "/", "Max-Age": 60, HttpOnly: true } };
response.addCookie(cookie);
response.addCookie({ name: "a", value: "b", attributes: { Expires: new Date(0), Partitioned: true, Domain: null } });
response.addCookie({ name: "a", value: "b", attributes: null });
response.setStatus(response.NOT_FOUND);
const reason: string | null = response.HttpCodesReasons.getReason(404);
response.setLocale("en", "GB");
response.println("[Attribute]: " + text + stored + since + first + added + visits + gone + next + loose + sum + removed + id);
response.println(same.isNew() + code + reason + onlySession.getId() + named.getId() + dirigible.OK + Request.getMethod());
response.write(request.getBytes());
const file: Part | undefined = request.getParts().find((part) => part.fileName !== null);
response.println(file?.headers["content-type"] + (file?.getText() ?? "") + file?.getBytes().length + file?.size);
ResponseModule.println(SessionModule.getId() + RequestModule.getMethod());

import shop, { total, find, greet, upper, backwards, delete as remove, next as nextDay, type Line } from "beans/it/shop";
import { after, failing } from "beans/it/prices";

const line: Line = { name: "bread", price: 2.5, count: 1 };
const price: number = total([line]);
const found: Line | undefined = find("bread");
const bytes: Uint8Array = backwards(new Uint8Array(1));
const later: Promise<Line> = after("bread", 10);
const none: Promise<void> = failing();
const day: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY" = nextDay("SUNDAY");
response.println(greet() + greet(null) + upper("a") + price + found?.name + bytes.length + remove("x") + shop.greet("y") + later + none + day);

console.log("%s has %d", "cart", 3, { a: 1 });
console.table([{ a: 1 }], ["a"]);
console.time();
console.dir({}, { depth: null });
