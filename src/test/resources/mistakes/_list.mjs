export const last = (list) => {
  if (list.length === 0) {
    throw new Error("an empty <b>list</b> & \u202Emore");
  }
  return list.at(-1);
};
