export const part = "first";
