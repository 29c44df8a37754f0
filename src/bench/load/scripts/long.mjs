import { response } from "sdk/http";

const kilobyte = "slow ".repeat(205);
for (let written = 0; written < 1024; written++) {
  response.println(kilobyte);
}
