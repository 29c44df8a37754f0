export const access = { roles: [] };

throw new Error("it ran");
