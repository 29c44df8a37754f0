// What a shop does with its session; each answer tells what the session holds after it.
import { session, request, response } from "sdk/http";

// without one nothing is begun: a client asks so whether its session is still there
const alive = session.has("count") || session.has("cart");

const wait = () => {
  const until = Date.now() + Number(request.getParameter("millis"));
  while (Date.now() < until);
};

// what another request of this session adds meanwhile is not this one's answer
let added;

const work = {
  begin: () => {
    session.set("count", 0);
    session.setMaxInactiveInterval(Number(request.getParameter("interval")));
  },
  add: () => {
    added = session.update("count", (count = 0) => count + 1);
  },
  cart: () => session.set("cart", { items: [request.getParameter("item")], filler: "x".repeat(Number(request.getParameter("size") ?? 0)) }),
  login: () => session.changeId(),
  logout: () => session.invalidate(),
  read: () => {},
  slow: () => {
    session.set("slow", "begun");
    wait();
    session.update("count", (count = 0) => count + 1);
  },
  slowLogin: () => {
    session.set("slow", "begun");
    wait();
    session.changeId();
  },
  slowLogout: () => {
    wait();
    session.invalidate();
  },
  refuse: () => session.update("count", (count = 0) => count + 1),
  announce: () => session.update("count", (count = 0) => count + 1),
};

const name = request.getResourcePath();
work[name]();
if (name === "refuse") {
  response.sendError(409, "refused");
} else if (name === "announce") {
  response.setContentLength(4);
  response.print("done");
  response.flush();
} else {
  response.json(name.endsWith("ogout") || (name === "read" && !alive) ? { alive: false } : {
    alive: true,
    id: session.getId(),
    count: added ?? session.get("count"),
    cart: session.get("cart")?.items[0] ?? "",
    interval: session.getMaxInactiveInterval(),
  });
}
