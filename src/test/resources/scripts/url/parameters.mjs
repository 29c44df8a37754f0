import { request, response } from "sdk/http";

const { a, b } = request.getParameters();
response.json({ a, b });
