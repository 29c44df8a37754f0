import { response } from "sdk/http";

// more than the system buffers for a connection
const text = ".".repeat(1 << 16);
for (let i = 0; i < 256; i++) {
  response.print(text);
}
