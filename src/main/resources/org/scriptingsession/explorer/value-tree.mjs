// SPDX-License-Identifier: Apache-2.0
import { html } from "./lib/standalone.module.js";

/** What has no sign of its own, or turns the direction of what stands around it, as an escape of JavaScript. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const escaped = (character) => character === "\n" || character === "\t" ? character
  : `\\u{${character.codePointAt(0).toString(16)}}`;

/** Text of the application as text: nothing of it is markup, and nothing of it is unseen. */
export const visible = (text) => text.replace(HIDDEN, escaped);

/** Likewise, in one line. */
export const line = (text) => visible(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");

export const bytes = (count) => count < 10_000 ? `${count} ${count === 1 ? "byte" : "bytes"}` : `${(count / 1024).toFixed(1)} KiB`;

const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

const More = ({ number }) => number > 0 && html`<li class="quiet">${number} more, not shown</li>`;

const Member = ({ name, node }) => html`<li><bdi class="key">${line(name)}</bdi>: <${Tree} node=${node} /></li>`;

/** A value: texts, and what holds others as lists that open. */
export const Tree = ({ node }) => {
  if (node === 0) {
    return html`<span class="quiet">cannot be read: its own code fails</span>`;
  }
  if (node.items) {
    return html`<details open><summary><span class="type">${node.type}</span> ${count(node.size, "item", "items")}</summary>
      <ol start="0">${node.items.map((item) => html`<li><${Tree} node=${item} /></li>`)}<${More} number=${node.more} /></ol></details>`;
  }
  if (node.members) {
    return html`<details open><summary><span class="type">${node.type}</span> ${count(node.size, "member", "members")}</summary>
      <ul>${node.members.map(([name, member]) => html`<${Member} name=${name} node=${member} />`)}<${More} number=${node.more} /></ul>
      </details>`;
  }
  const long = node.length > 200 || node.text.includes("\n");
  return html`<span class="type">${node.type}</span> ${long
    ? html`<pre class="text" tabindex="0" role="region" aria-label="Text of ${node.length} characters"><bdi>${visible(node.text)}</bdi></pre>`
    : html`<bdi class="text">${line(node.text)}</bdi>`}
    ${node.length > node.text.length && html`<span class="quiet"> ${node.length - node.text.length} more characters, not shown</span>`}`;
};
