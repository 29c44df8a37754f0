import { left } from "beans/kit/warehouse";
import { request, response } from "sdk/http";

try {
  response.json({ left: left(request.getParameter("product"), Number(request.getParameter("least"))) });
} catch (error) {
  response.setStatus(409);
  response.json({ code: error.code, message: error.message });
}
