export const fail = (message) => {
  throw new Error(message);
};
