import { session, request } from "sdk/http";
import { onPost, seeOther } from "./_shop.mjs";

onPost(() => {
  request.logout();
  session.invalidate();
  seeOther("index.xhtml");
});
