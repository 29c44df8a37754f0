import { response } from "sdk/http";

try {
  const { name } = await import("beans/it/extra");
  response.print(name());
} catch (error) {
  response.print(error.message);
}
