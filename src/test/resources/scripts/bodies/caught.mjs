import { request } from "sdk/http";

try {
  request.getText();
} catch {
  // goes on
}
throw new Error("another");
