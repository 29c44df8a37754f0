import { session, request, response } from "sdk/http";

request.logout();
session.invalidate();
response.sendRedirect(`${request.getContextPath()}/`);
