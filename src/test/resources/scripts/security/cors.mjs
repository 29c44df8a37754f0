import { request, response } from "sdk/http";

export const access = { roles: ["manager"] };
export const cors = {
  origins: ["https://shop.example", "http://127.0.0.1:8080"],
  methods: ["PUT", "DELETE"],
  headers: ["X-Total"],
  credentials: true,
  maxAge: 600,
};

response.setHeader("X-Total", "12");
response.setHeader("Vary", "Accept");
if (request.getResourcePath() === "fails") throw new Error("with the headers");
response.print(`ran for ${request.getMethod()}`);
