import { session, request } from "sdk/http";
import { serve } from "./_cases.mjs";

serve({
  remember: () => session.set("cart", ["tea"]).getId(),
  changeId: () => session.changeId(),
  recall: () => [session.get("cart") ?? null, request.getRemoteUser()],
  login: () => { request.login(request.getParameter("user"), request.getParameter("password")); return request.getRemoteUser(); },
  logout: () => { request.logout(); return [request.getRemoteUser(), session.get("cart")]; },
  wrong: () => request.login("alice", "wrong"),
  arguments: () => request.login(5, {}),
});
