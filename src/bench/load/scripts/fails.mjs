throw new Error("wanted by the soak");
