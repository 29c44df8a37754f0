import { session, request, response } from "sdk/http";

const cart = session.update("cart", (before = []) => [...before, request.getParameter("product")]);
response.setStatus(response.CREATED);
response.setHeader("X-Items", String(cart.length));
response.json({ cart, path: request.getResourcePath(), page: `${request.getContextPath()}/cart` });
