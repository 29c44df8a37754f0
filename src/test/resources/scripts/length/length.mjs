import { request, response } from "sdk/http";
import { thrownBy } from "./_cases.mjs";

const TEXT = "žluťoučký"; // 9 characters, 13 bytes

const announced = (length, ...texts) => {
  response.setContentLength(length);
  for (const text of texts) response.print(text);
};
const bodiless = (status) => { response.setStatus(status); announced(9, TEXT, "x".repeat(10_000)); };

const CASES = {
  tooLong: () => announced(9, TEXT),
  zero: () => announced(0, TEXT),
  byHeader: () => { response.setHeader("content-length", "9"); response.print(TEXT); },
  afterwards: () => { response.print(TEXT); response.setContentLength(9); },
  tooLongBytes: () => { response.setContentLength(2); response.write([1, 2, 3]); },
  tooLongJson: () => { response.setContentLength(2); response.json({ a: 1 }); },
  large: () => { response.setContentLength(9000); response.print("x".repeat(9001)); },
  tooShort: () => announced(9, "abc"),
  none: () => announced(9),
  closedShort: () => { announced(9, "abc"); response.close(); },
  half: () => announced(2, "\ud83d"),
  huge: () => announced(Number.MAX_SAFE_INTEGER, "abc"),
  tooShortFlushed: () => { announced(9, "abc"); response.flush(); },
  tooLongFlushed: () => { announced(3, "abc"); response.flush(); response.print("d"); },
  tooShortLarge: () => announced(10_001, "x".repeat(9_997), "abc"),
  right: () => announced(13, TEXT),
  caught: () => { response.setContentLength(3); thrownBy(() => response.print("abcd")); response.print("abc"); },
  caughtAtClose: () => { announced(3, "ab"); thrownBy(() => response.close()); response.print("c"); response.close(); },
  redirect: () => { announced(9, "abc"); response.sendRedirect("elsewhere"); },
  error: () => { announced(9, "abc"); response.sendError(404); },
  reset: () => { announced(9, "abc"); response.reset(); response.print("fine"); },
  head: () => response.setContentLength(9),
  noContent: () => bodiless(204),
  resetContent: () => bodiless(205),
  resetContentFlushed: () => { response.setStatus(205); response.print(TEXT); response.flush(); response.print(TEXT); },
  notModified: () => bodiless(304),
  noContentFlushed: () => { response.setStatus(204); response.flush(); },
  notModifiedFlushed: () => { response.setStatus(304); response.print(TEXT); response.flush(); },
  refused: () => {
    response.addHeader("Content-Length", "5");
    const refused = [
      () => response.addHeader("content-length", "6"),
      () => response.setHeader("Content-Length", "5, 5"),
      () => response.setHeader("Content-Length", "many"),
      () => response.setHeader("Content-Length", ""),
      () => response.setHeader("Content-Length", "-1"),
      () => response.setContentLength(-1),
      () => response.setContentLength(1.5),
      () => response.setStatus(100),
      () => response.setStatus(response.SWITCHING_PROTOCOLS),
      () => response.setStatus(199),
      () => response.sendError(100),
    ].map(thrownBy);
    response.reset();
    response.print([...new Set(refused)]);
  },
  fine: () => response.print("fine"),
};

CASES[request.getResourcePath()]();
