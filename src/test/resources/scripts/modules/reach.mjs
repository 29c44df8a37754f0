// Looks for ways out of the script's world.
import { session, response } from "sdk/http";

const { constructor: AsyncFunction } = async () => {};
const tries = {
  java: () => Java.type("java.lang.System"),
  polyglot: () => Polyglot.eval("js", "1"),
  graal: () => Graal.versionGraalVM,
  load: () => load("/etc/passwd"),
  print: () => print("x"),
  read: () => read("/etc/passwd"),
  quit: () => quit(),
  require: () => require("fs"),
  process: () => process.env,
  timeout: () => setTimeout(() => {}, 1),
  interval: () => setInterval(() => {}, 1),
  immediate: () => setImmediate(() => {}),
  fetch: () => fetch("http://127.0.0.1/"),
  worker: () => new Worker("x"),
  packages: () => Packages.java.lang.System,
  host: () => host("session.getId"),
  sdkHost: () => globalThis.host("session.getId"),
  getClass: () => session.getClass().getName(),
  functionGetClass: () => session.getId.getClass().getName(),
  dateGetClass: () => session.getCreationTime().getClass(),
};
const open = Object.entries(tries).filter(([, attempt]) => {
  try {
    attempt();
    return true;
  } catch (error) {
    return !(error instanceof ReferenceError || error instanceof TypeError);
  }
}).map(([name]) => name);
response.json([open, typeof Function("return this")().host, typeof eval("globalThis").Java, typeof AsyncFunction]);
