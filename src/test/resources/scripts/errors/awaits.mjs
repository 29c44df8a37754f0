import { response } from "sdk/http";

const text = await Promise.resolve("awaited");
response.print(text);
