// Work for the processor, as much as the query says: a text is built and taken apart again.
import { request, response } from "sdk/http";

const rounds = Number(request.getParameter("rounds"));
let sum = 0;
for (let i = 0; i < rounds; i++) {
  sum += JSON.parse(JSON.stringify({ id: i, name: "item " + i, tags: ["a", "b" + (i % 7)] })).name.length;
}
response.println(`good ${sum}`);
