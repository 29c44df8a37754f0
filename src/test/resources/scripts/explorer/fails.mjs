throw new Error("always");
