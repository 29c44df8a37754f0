import { session, response } from "sdk/http";

const visits = Number(session.getAttribute("visits") ?? 0) + 1;
session.setAttribute("visits", visits);

response.println(`Visit ${visits} of session ${session.isNew() ? "just begun" : "already known"}.`);
