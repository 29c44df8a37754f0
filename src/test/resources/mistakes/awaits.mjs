async function load() {
  return { items: ["tea"] };
}

const cart = load();
cart.items.push("coffee");
