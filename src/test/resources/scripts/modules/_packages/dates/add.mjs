export const add = (day) => day + 1;
