export function double(text) {
  const both = text + text;
  return both;
}
