import { session } from "sdk/http";

let count = 0;

export class Attribute {
  constructor(name) {
    this.name = name;
    count++;
  }
  set(value) {
    session.setAttribute(this.name, value);
  }
  show() {
    return count === 1 ? `[Attribute]: ${session.getAttribute(this.name)}` : "not clean";
  }
}
