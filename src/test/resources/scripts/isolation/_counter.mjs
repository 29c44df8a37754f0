let count = 0;

export const seen = () => (count += 1);
