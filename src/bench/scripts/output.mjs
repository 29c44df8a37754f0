import { response } from "sdk/http";

for (let i = 0; i < 1000; i++) {
  response.println(`line ${i} ${"0123456789".repeat(9)}`);
}
