// tries to write lines of its own into the server's log, with what a client has sent
import { request } from "sdk/http";

const text = "no item a" + request.getParameter("break") + "2026-01-01 00:00:00,000 INFO forged";

const CASES = {
  message: () => { throw new Error(text); },
  thrownText: () => { throw text; },
  name: () => { const error = new Error("x"); error.name = text; throw error; },
  cause: () => { throw new Error("x", { cause: new Error(text) }); },
  several: () => { throw new AggregateError([new Error(text)], text); },
  rejected: () => { Promise.reject(new Error(text)); },
  property: () => null[text],
  module: () => import("./" + text + ".mjs"),
  console: () => { 
    console.error(text, { [text]: text }, [text], new Error(text));
    console.table([{ [text]: text }]); console.count(text); console.group(text); console.trace(text); console.assert(false, text);
    console.log("%s %o %j", text, text, text); console.timeEnd(text);
    throw new Error("x");
  },
  functionsName: () => { ({ [text]() { throw new Error("x"); } })[text](); },
};

await CASES[request.getResourcePath()]();
