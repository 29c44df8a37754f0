// Tries to import at run time what the URL's parameter names.
import { request, response } from "sdk/http";

try {
  const module = await import(request.getParameter("specifier"));
  response.json(Object.keys(module).sort());
} catch (error) {
  response.json(String(error instanceof Error));
}
