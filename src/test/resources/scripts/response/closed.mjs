// After close() it can only tell through the session what came of writing.
import { session, request, response } from "sdk/http";
import { thrownBy } from "./_cases.mjs";

if (request.getResourcePath() === "look") {
  response.print(session.getAttribute("outcome"));
} else {
  session.getId();
  response.print("whole");
  response.close();
  session.setAttribute("outcome", [
    response.isValid(), response.isCommitted(), thrownBy(() => response.print("more")), thrownBy(() => response.write([1])), thrownBy(() => response.json(1)),
    thrownBy(() => response.flush()), thrownBy(() => response.setStatus(500)), thrownBy(() => response.close()),
  ].join());
}
