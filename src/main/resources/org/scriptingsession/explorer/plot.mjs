// SPDX-License-Identifier: Apache-2.0
import { html } from "./lib/standalone.module.js";

const WIDTH = 600;
const HEIGHT = 120;

const path = (values, most, length) => values.map((value, i) => {
  const x = WIDTH - (values.length - 1 - i) * WIDTH / Math.max(1, length - 1);
  return `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${(HEIGHT - value / most * HEIGHT).toFixed(1)}`;
}).join("");

/**
 * The last values as lines, the newest at the right. What they are now stands in words below, for who sees no lines.
 *
 * @param lines name, values, and how a value is written
 * @param length how many values there is room for
 */
export const Plot = ({ title, lines, length, format }) => {
  const most = Math.max(...lines.flatMap((one) => one.values), 1e-9);
  const last = (values) => values.length === 0 ? "nothing yet" : format(values.at(-1));
  return html`<figure>
    <figcaption>${title}</figcaption>
    <svg viewBox="0 -4 ${WIDTH} ${HEIGHT + 8}" preserveAspectRatio="none" role="img"
      aria-label="${title}: at most ${format(most)} in the last ${length} seconds">
      <path class="axis" d="M0 ${HEIGHT}H${WIDTH}M0 0H${WIDTH}" />
      ${lines.map((one, i) => html`<path class="line line${i}" d=${path(one.values, most, length)} />`)}
    </svg>
    <ul class="legend">${lines.map((one, i) => html`<li><span class="sample sample${i}"></span>${one.name}: ${last(one.values)}</li>`)}
      <li class="quiet">top: ${format(most)}</li></ul>
  </figure>`;
};
