import { response } from "sdk/http";

const outcomes = [];
for (const specifier of ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "data:text/javascript,export default 1", "node:fs", "fs",
  "java:java.lang.System", "sdk:/all", "/sdk:/http", "sdk/../http", "sdk/http/../boot.js", "./../../web.xml", "../../../WEB-INF/web.xml", "./%2e%2e/x.mjs",
  "https://localhost/x.mjs", "graal:js", "polyglot", "./hostile.mjs?x", "./", "", "./missing.mjs", "sdk/http/host", ".\\..\\x.mjs", "./a\0.mjs"]) {
  try {
    await import(specifier);
    outcomes.push(`imported ${specifier}`);
  } catch (error) {
    if (!(error instanceof TypeError) || /\/tmp|target|glassfish|wildfly/.test(error.message)) outcomes.push(`${specifier}: ${error}`);
  }
}
response.json(outcomes);
