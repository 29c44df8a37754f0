import { response } from "sdk/http";

let runs = 0;
function refusal(write) {
  try {
    write();
    return "none";
  } catch (error) {
    return error.name;
  }
}
runs++;
response.print(`${runs} ${refusal(() => { globalThis.left = 1; })} ${refusal(() => { Array.prototype.left = 1; })}`);
