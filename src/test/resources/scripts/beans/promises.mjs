import { after, ready, failing, unlike, never, release, absent } from "beans/it/prices";
import { serve } from "./_async.mjs";

await serve({
  one: async () => (await after("bread", 20)).name,
  ready: () => ready("now"),
  both: async () => (await Promise.all([after("bread", 30), after("milk", 10)])).map((line) => line.name),
  race: async () => (await Promise.race([after("bread", 2000), after("milk", 10)])).name,
  lostRace: async () => (await Promise.race([after("bread", 20_000), after("milk", 10)])).name,
  lostAll: async () => Promise.all([failing(), never()]).catch((error) => error.message),
  inTurn: async () => {
    const order = [];
    await Promise.all([after("b", 1500).then((line) => order.push(line.name)), after("a", 10).then((line) => order.push(line.name))]);
    return order.join();
  },
  chained: async () => {
    const names = [];
    for (let i = 0; i < 3; i++) names.push((await after(`n${i}`, 5)).name);
    return names.join();
  },
  failing: () => failing(),
  caught: async () => failing().catch((error) => `${error.name} ${error.code}: ${error.message}`),
  unlike: () => unlike(),
  absent: async () => (await absent()) === null,
  nobodyWaits: () => {
    never();
    return "done";
  },
  release: () => release("late"),
  isPromise: () => after("x", 1) instanceof Promise,
});
