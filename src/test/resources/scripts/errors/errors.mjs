import { session, request, response } from "sdk/http";
import { fail } from "./_fails.mjs";

const CASES = {
  throws: () => fail("leaked text"),
  throwsText: () => { throw "leaked text"; },
  throwsNull: () => { throw null; },
  reference: () => absentName,
  uncaught: () => session.setAttribute("a", NaN),
  afterOutput: () => { response.setStatus(201); response.setHeader("X-A", "1"); response.print("half"); fail("late"); },
  withCookie: () => { session.setAttribute("a", 1); response.addCookie({ name: "c", value: "1" }); fail("with a session"); },
  afterFlush: () => { response.print("half"); response.flush(); fail("too late"); },
  afterLarge: () => { response.print("half".repeat(5000)); fail("too late"); },
  afterBuffer: () => { response.setHeader("X-A", "1"); response.print("half".repeat(2250)); fail("too late"); },
  atBuffer: () => {
    response.setStatus(201);
    response.setHeader("X-A", "1");
    response.addCookie({ name: "c", value: "1" });
    response.print("half".repeat(2048));
    fail(response.isCommitted());
  },
  pastBuffer: () => { response.print("half".repeat(2048)); response.print("x"); fail("too late"); },
  afterNoContent: () => { response.setStatus(204); response.setHeader("X-A", "1"); response.addCookie({ name: "c", value: "1" }); response.print("half".repeat(2250)); fail("late"); },
  sessionAfterBuffer: () => {
    response.print("half".repeat(2250));
    try {
      session.set("a", 1);
    } catch (error) {
      response.print(error.code);
    }
  },
  afterFlushWithLength: () => { response.setContentLength(1000); response.print("half"); response.flush(); fail("too late"); },
  afterClose: () => { response.print("whole"); response.close(); fail("after the end"); },
  loops: () => { for (;;); },
  loopsAfterFlush: () => { response.print("half"); response.flush(); for (;;); },
  catches: () => { for (;;) { try { for (;;); } catch { /* tries to go on */ } finally { for (;;); } } },
  regexp: () => /^(a|aa)+\1c$/.test("a".repeat(60)),
  recursion: () => { const deeper = () => deeper() + 1; deeper(); },
  waits: () => { response.print("begun"); response.flush(); request.getText(); response.print("done"); },
  fine: () => response.print("fine"),
  async: () => { (async () => { await null; throw new Error("nobody awaits this"); })(); response.print("dropped"); },
  rejected: () => { Promise.reject(new Error("nobody catches this")); response.print("dropped"); },
  handled: () => { Promise.reject(new Error("x")).catch(() => response.print("handled")); },
  asyncFine: () => { (async () => { await null; response.print("later"); })(); },
};

CASES[request.getResourcePath()]();
