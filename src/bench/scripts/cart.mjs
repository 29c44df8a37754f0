import { session, response } from "sdk/http";

const newCart = () => ({
  lines: Array.from({ length: 100 }, (_, i) => ({
    id: `line-${1000 + i}`, name: `Darjeeling first flush ${i}`, price: 12.5 + i / 4, count: 1 + (i % 2),
    added: new Date(1_700_000_000_000 + i),
  })),
});

const cart = session.get("cart") ?? newCart();
const lines = [...cart.lines];
lines[0] = { ...lines[0], count: 3 - lines[0].count };
session.set("cart", { ...cart, lines });
response.println(`${lines.length} lines`);
