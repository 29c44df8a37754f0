import { add, find, total } from "beans/it/shop";
import { after } from "beans/it/prices";
import { session, request, response } from "sdk/http";

// @ts-expect-error a declared attribute has its type
session.set("visits", "one");
// @ts-expect-error a member is missing
session.set("cart", { items: [] });
// @ts-expect-error no session stores a function
session.set("other", () => 1);
// @ts-expect-error nor one inside
session.set("other", { deep: [{ fn() {} }] });
// @ts-expect-error nor a bigint
session.set("other", 1n);
// @ts-expect-error nor a symbol
session.setAttribute("other", Symbol());
// @ts-expect-error a copy is frozen
session.get("cart")!.items.push({ name: "a", price: 1, added: new Date() });
// @ts-expect-error and so are its members
session.get("cart")!.coupon = "x";
// @ts-expect-error absent is undefined
session.get("cart").items;
// @ts-expect-error what update makes has the attribute's type
session.update("visits", () => "two");
// @ts-expect-error update waits for no promise
session.update("visits", async () => 1);
// @ts-expect-error and must not forget to return
session.update("visits", () => {});
// @ts-expect-error an interval is a number
session.setMaxInactiveInterval("60");
// @ts-expect-error the parts of a body are what the client sent
request.getParts().push(request.getParts()[0]);
// @ts-expect-error null when absent
const text: string = session.getAttribute("attr1");
// @ts-expect-error there is no such function
session.save();
// @ts-expect-error a name is a string
session.get(5);
// @ts-expect-error the status names are constants
response.OK = 201;
// @ts-expect-error a cookie has a name
response.addCookie({ value: "b" });
// @ts-expect-error the parts of a body are what the client sent
request.getParts().push(request.getParts()[0]);
// @ts-expect-error a list of lines
total(["bread"]);
// @ts-expect-error a primitive has no null
add(1, null);
// @ts-expect-error copies are frozen
find("bread")!.name = "milk";
// @ts-expect-error undefined when empty
find("bread").name;
// @ts-expect-error a promise is to be awaited
after("bread", 10).name;
// @ts-expect-error not exported
import { hidden } from "beans/it/shop";
// @ts-expect-error null when absent
const header: string = request.getHeader("Host");

export { text, header };

// @ts-expect-error no such function
console.clear();
// @ts-expect-error columns are names
console.table([], [1]);
