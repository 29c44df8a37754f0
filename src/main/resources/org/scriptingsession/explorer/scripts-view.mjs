// SPDX-License-Identifier: Apache-2.0
import { html, useEffect, useRef, useState } from "./lib/standalone.module.js";
import { ask } from "./look.mjs";
import { CallForm, ScratchPad } from "./call-form.mjs";
import { line } from "./value-tree.mjs";

const BETWEEN_LOOKS = 5000;

const millis = (number) => number === undefined ? "" : number < 10 ? number.toFixed(2) : number.toFixed(0);

const who = (script) => {
  if (!script.reachable) {
    return "scripts that import it";
  }
  if (script.problem) {
    return "nobody";
  }
  if (script.roles === undefined) {
    return "everybody";
  }
  return script.roles.length === 0 ? "nobody" : script.roles.map((role) => role === "**" ? "who is logged in" : role).join(", ");
};

const Row = ({ script, onCall }) => html`<tr>
  <th scope="row"><bdi class="key">${line(script.path)}</bdi>
    ${script.problem && html`<div class="error">${line(script.problem)}</div>`}</th>
  <td>${(script.imports ?? []).map((one) => html`<bdi class="import">${line(one)}</bdi> `)}</td>
  <td><bdi>${line(who(script))}</bdi></td>
  <td class="number">${script.calls ?? 0}</td>
  <td class="number">${script.errors ?? 0}</td>
  <td class="number">${millis(script.p50)}</td>
  <td class="number">${millis(script.p99)}</td>
  <td>${script.reachable && html`<button type="button" onClick=${() => onCall(script.path)}>Call<span class="unseen"> ${script.path}</span></button>`}</td>
</tr>`;

const Table = ({ scripts, onCall }) => html`
  <div class="scroll" tabindex="0" role="region" aria-label="Table of scripts">
    <table aria-labelledby="scripts">
      <thead><tr><th scope="col">Script</th><th scope="col">Imports</th><th scope="col">Who may run it</th>
        <th scope="col" class="number">Calls</th><th scope="col" class="number">Errors</th>
        <th scope="col" class="number">p50 ms</th><th scope="col" class="number">p99 ms</th><th scope="col">Try</th></tr></thead>
      <tbody>${scripts.map((script) => html`<${Row} key=${script.path} script=${script} onCall=${onCall} />`)}</tbody>
    </table>
  </div>`;

/** The scripts, read again while they are shown. */
const useScripts = () => {
  const [found, setFound] = useState({ scripts: [] });
  useEffect(() => {
    let timer;
    const read = async () => {
      if (!document.hidden) {
        await ask("scripts").then((now) => timer !== null && setFound(now), () => {});
      }
      if (timer !== null) {
        timer = setTimeout(read, BETWEEN_LOOKS);
      }
    };
    read();
    return () => {
      clearTimeout(timer);
      timer = null;
    };
  }, []);
  return found.scripts;
};

/** Which scripts there are and how they do, a form that calls one, and one that runs what is typed. */
export const ScriptsView = ({ look }) => {
  const scripts = useScripts();
  const [path, setPath] = useState("");
  const form = useRef(null);
  const call = (chosen) => {
    setPath(chosen);
    form.current.focus();
  };
  return html`
    <section aria-labelledby="scripts"><h2 id="scripts">All scripts</h2><${Table} scripts=${scripts} onCall=${call} /></section>
    <section aria-labelledby="call"><h2 id="call" tabindex="-1" ref=${form}>Call a script</h2>
      <${CallForm} key=${path} look=${look} path=${path} /></section>
    ${look.about.development && html`<section aria-labelledby="scratch"><h2 id="scratch">Scratch pad</h2>
      <p>Runs once, as a script in the scripts' root that lies nowhere.</p><${ScratchPad} look=${look} /></section>`}`;
};
