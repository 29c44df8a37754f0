import { session } from "sdk/http";

const calls = {
  get: () => session.get("a"), set: () => session.set("a", 1), has: () => session.has("a"), delete: () => session.delete("a"),
  update: () => session.update("a", () => 1), changeId: () => session.changeId(),
};
const codes = Object.values(calls).map((call) => {
  try {
    return call();
  } catch (error) {
    return error.code;
  }
});
throw new Error(codes.join());
