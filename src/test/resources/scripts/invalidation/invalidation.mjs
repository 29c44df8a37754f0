import { session } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";
import { everyFunction } from "./_every.mjs";

serve({
  begin: () => [session.setAttribute("user", "ann"), session.getId()],
  waits: () => session.getAttribute("waits"),
  user: () => session.getAttribute("user"),
  identity: () => ({ id: session.getId(), isNew: session.isNew(), names: session.getAttributeNames() }),
  end: () => session.invalidate(),
  endTwice: () => [session.invalidate() ?? "undefined", session.invalidate() ?? "undefined", session.isValid()],
  endAndUse: () => {
    session.getId();
    session.invalidate();
    return everyFunction(session, thrownBy);
  },
  endWithoutOne: () => {
    session.invalidate();
    return [session.isValid(), typeof session.getId()];
  },
  validity: () => {
    const before = session.isValid();
    session.getId();
    const during = session.isValid();
    session.invalidate();
    return [before, during, session.isValid()];
  },
});
