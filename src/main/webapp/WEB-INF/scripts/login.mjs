// Only a sample of a session that begins and ends: it asks for a name and for no password.
import { session, request, response } from "sdk/http";
import { escape, page } from "./_html.mjs";

const form = '<form method="post"><input name="user" required> <button>Log in</button></form>';
const farewell = '<form method="post"><button name="logout" value="1">Log out</button></form>';

if (request.getMethod() === "POST") {
  if (request.getParameter("logout")) {
    session.invalidate();
  } else {
    session.setAttribute("user", request.getParameter("user"));
    // an id that somebody knew before is worth nothing now
    session.changeId();
  }
  response.setStatus(response.SEE_OTHER);
  response.setHeader("Location", request.getRequestURI());
} else {
  const user = session.getAttribute("user");
  response.setContentType("text/html");
  response.print(page("Login", `
${user === null ? form : `<p>Welcome, ${escape(user)}.</p>${farewell}`}
<p><a href="../">Back</a></p>`));
}
