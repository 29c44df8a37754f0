import { array, arrayLater, recursionLater } from "beans/it/memory";
import { request, response } from "sdk/http";

const cases = {
  array,
  arrayLater,
  recursionLater,
  hoard: () => {
    const kept = [];
    for (;;) {
      kept.push(new Uint8Array(1 << 26));
    }
  },
};
await cases[request.getResourcePath()]();
response.print("fine");
