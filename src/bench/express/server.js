// The documentation's script for express-session with its memory store. Prints its port.
const express = require("express");
const session = require("express-session");

const app = express();
app.use(session({ secret: "bench", resave: false, saveUninitialized: false }));
app.get("/hello", (request, response) => {
  request.session.attr1 = "value1";
  response.type("text/plain").send("[Attribute]: " + request.session.attr1 + "\n");
});
const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
