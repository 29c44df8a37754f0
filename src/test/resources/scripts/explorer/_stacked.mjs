export const last = (list) => {
  if (list.length === 0) {
    throw new Error("an empty <img src=x onerror=alert(1)> list, and text that is long enough to be wider than a telephone's screen is");
  }
  return list.at(-1);
};
