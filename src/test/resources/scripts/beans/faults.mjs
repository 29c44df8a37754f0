import * as faults from "beans/it/faults";
import { open, look, broken } from "beans/it/vault";
import { never } from "beans/it/broken";
import { serve } from "./_async.mjs";

const described = (work) => {
  try {
    return work();
  } catch (error) {
    return { name: error.name, code: error.code, isError: error.constructor === Error, text: String(error),
      stack: /\.java|org\.|jdk\./.test(error.stack), keys: Reflect.ownKeys(error).map(String).sort().join() };
  }
};

await serve({
  notMade: () => never(),
  checked: () => described(faults.checked),
  unchecked: () => faults.unchecked(),
  error: () => faults.error(),
  wordless: () => faults.wordless(),
  recursion: () => faults.recursion(),
  refused: () => faults.refused(),
  constrained: () => faults.constrained(null, 0),
  allowed: () => faults.constrained("x", 1),
  itself: () => faults.itself(),
  large: () => faults.large(),
  lazy: () => faults.lazy(),
  connection: () => faults.connection(),
  vault: () => open(),
  door: () => look(),
  broken: () => broken(),
});
