import { response } from "sdk/http";

let found = 0;
for (let i = 0; i < 200; i++) {
  const line = `item-${i}: ${i * 7} pieces, ann${i}@example.org`;
  found += Number(/^(\w+)-(\d+): (\d+)/.exec(line)[3]);
  found += line.replace(/\d+/g, "#").length + line.split(/[:,]\s*/).length;
}
response.println(found);
