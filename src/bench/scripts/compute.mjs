import { response } from "sdk/http";

const made = {
  items: Array.from({ length: 1000 }, (_, i) => ({ id: i, name: "item " + i, price: i * 1.5, tags: ["a", "b" + (i % 7)] })),
};
const total = JSON.parse(JSON.stringify(made))
  .items.filter((item) => item.id % 2 === 1)
  .map((item) => ({ ...item, price: item.price * 1.19, label: item.name + ":" + item.tags.join("/") }))
  .reduce((sum, item) => sum + item.price + item.label.length, 0);
response.println(total);
