// Whether a copy is the same as the original, type for type, with its keys in the same order, and frozen to the last.
(function same(original, copy) {
  if (typeof original !== "object" || original === null) return Object.is(original, copy);
  if (typeof copy !== "object" || copy === null || !Object.isFrozen(copy)) return false;
  if (original instanceof Date) return copy instanceof Date && original.getTime() === copy.getTime();
  if (Array.isArray(original) !== Array.isArray(copy)) return false;
  if (Object.getPrototypeOf(copy) !== (Array.isArray(copy) ? Array.prototype : Object.prototype)) return false;
  const keys = Reflect.ownKeys(original);
  const copied = Reflect.ownKeys(copy);
  return keys.length === copied.length
    && keys.every((key, i) => key === copied[i] && same(original[key], copy[key]));
})
