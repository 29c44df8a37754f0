// SPDX-License-Identifier: Apache-2.0
import { html, useEffect, useState } from "./lib/standalone.module.js";
import { ask, change } from "./look.mjs";
import { Tree, bytes, line } from "./value-tree.mjs";
import { Confirm, ValueForm } from "./value-form.mjs";

const NOTHING = {
  OPENING: "Looking.",
  NONE: "This browser has no session here. A script that stores something begins one; so does adding an attribute.",
  ENDED: "The session has ended: it expired, or was invalidated.",
  CHANGED: "The session has another id.",
  SHARED: "Several nodes have the sessions of this application. A look at one would be an access: this page does not show them.",
};

const time = (millis) => html`<time datetime=${new Date(millis).toISOString()}>${new Date(millis).toLocaleString()}</time>`;

const clock = (seconds) => [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  .map((part) => String(part).padStart(2, "0")).join(":");

/** Counts down by itself: each look is a second old. */
const Countdown = ({ session, ahead }) => {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 250);
    return () => clearInterval(timer);
  }, []);
  if (session.interval <= 0) {
    return html`<span>never</span>`;
  }
  const left = Math.max(0, Math.ceil((session.used + session.interval * 1000 - Date.now() - ahead) / 1000));
  return html`<span role="timer" aria-label="Time until the session expires">${clock(left)}</span>${" "}
    <progress max=${session.interval} value=${left} aria-label="Part of the interval that is left"></progress>`;
};

const Times = ({ now }) => html`
  <dl class="facts">
    <div><dt>Salted id</dt><dd><code>${now.session.hash}</code></dd></div>
    <div><dt>Known to the browser</dt><dd>${now.session.isNew ? "not yet" : "yes"}</dd></div>
    <div><dt>User</dt><dd>${now.session.user === undefined ? "nobody" : html`<bdi>${line(now.session.user)}</bdi>`}</dd></div>
    <div><dt>Created</dt><dd>${time(now.session.created)}</dd></div>
    <div><dt>Last accessed</dt><dd>${time(now.session.used)}</dd></div>
    <div><dt>Expires in</dt><dd><${Countdown} session=${now.session} ahead=${now.ahead} /></dd></div>
  </dl>`;

/** An attribute that opens; what it holds is read when somebody wants to see it, and again when it changes. */
const Attribute = ({ attribute, isChanged, onEdit, onDelete }) => {
  const [open, setOpen] = useState(false);
  const [content, setContent] = useState(null);
  useEffect(() => {
    let wanted = open && !attribute.sealed;
    if (wanted) {
      ask(`attribute?name=${encodeURIComponent(JSON.stringify(attribute.name))}`)
        .then((found) => wanted && setContent(found), () => wanted && setContent(null));
    }
    return () => { wanted = false; };
  }, [open, attribute.mark]);
  return html`<li class=${isChanged ? "changed" : ""}>
    <details onToggle=${(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}>
      <summary>
        <bdi class="key">${line(attribute.name)}</bdi>${" "}
        <span class="type">${attribute.sealed ? "sealed" : line(attribute.type)}</span>${" "}
        ${!attribute.sealed && html`<span class="quiet">${attribute.bytes === 0 && attribute.type.includes(".")
          ? "not measured" : bytes(attribute.bytes)} </span>`}
        ${isChanged && html`<span class="badge">changed</span> `}
        ${!attribute.sealed && html`<bdi class="preview">${line(attribute.preview)}</bdi>`}
      </summary>
      ${open && html`<div class="content">
        ${attribute.sealed && html`<p>Sealed: the session holds ciphertext, and only scripts and components read the value.</p>`}
        ${content?.tree !== undefined && html`<${Tree} node=${content.tree} />`}
        <p class="buttons">
          ${content?.edit !== undefined && html`<button type="button" onClick=${() => onEdit(content)}>Edit</button>`}
          <button type="button" onClick=${() => onDelete(attribute)}>Delete</button>
        </p></div>`}
    </details></li>`;
};

const Attributes = ({ now, onEdit, onDelete }) => {
  const [filter, setFilter] = useState("");
  const shown = now.attributes.filter((attribute) => attribute.name.toLowerCase().includes(filter.toLowerCase()));
  if (now.attributes.length === 0) {
    return html`<p>There is none.</p>`;
  }
  return html`
    <label for="filter">Filter by name</label>
    <input id="filter" type="search" value=${filter} onInput=${(event) => setFilter(event.target.value)} />
    <p class="quiet" role="status">${shown.length === now.attributes.length
      ? `${shown.length} in all` : `${shown.length} of ${now.attributes.length}`}</p>
    <ul class="attributes">${shown.map((attribute) => html`
      <${Attribute} key=${attribute.name} attribute=${attribute} isChanged=${now.changed.has(attribute.name)}
        onEdit=${onEdit} onDelete=${onDelete} />`)}</ul>`;
};

const Question = ({ question, onClose, done }) => {
  const { what, content } = question;
  const act = (method, path, body) => change(method, path, body).then(done);
  return {
    add: () => html`<${ValueForm} onClose=${onClose} onSave=${(name, value) => act("PUT", "attribute", { name, value })} />`,
    edit: () => html`<${ValueForm} name=${content.name} value=${content.edit} onClose=${onClose}
      onSave=${(name, value) => act("PUT", "attribute", { name, value, mark: content.mark })} />`,
    delete: () => html`<${Confirm} title="Delete the attribute?" action="Delete" onClose=${onClose}
      onConfirm=${() => act("DELETE", "attribute", { name: content.name })}>
      <p>The session loses <bdi class="key">${line(content.name)}</bdi> and its value.</p></${Confirm}>`,
    end: () => html`<${Confirm} title="End the session?" action="End the session" onClose=${onClose}
      onConfirm=${() => act("POST", "invalidate")}>
      <p>All attributes are lost, and who is logged in by this session is logged out.</p></${Confirm}>`,
  }[what]();
};

/** What the browser's own session holds, and how to change it. */
export const SessionView = ({ now, look }) => {
  const [question, setQuestion] = useState(null);
  const [told, setTold] = useState("");
  const close = () => setQuestion(null);
  const done = (what) => async () => {
    setTold(what);
    await look.refresh();
  };
  const newId = () => change("POST", "id").then(done("The session has a new id."), (error) => setTold(error.message));
  // a session that ends while the server looks has a state and nothing else
  const alive = ["ALIVE", "PAUSED"].includes(now.state) && now.session;
  return html`
    ${alive && html`<${Times} now=${now} />`}
    ${NOTHING[now.state] && html`<p class="notice">${NOTHING[now.state]}
      ${" "}<button type="button" onClick=${() => look.open()}>Look again</button></p>`}
    <p class="buttons">
      <button type="button" class="primary" onClick=${() => setQuestion({ what: "add" })}>Add attribute</button>
      ${alive && html`<button type="button" onClick=${newId}>New id</button>
        <button type="button" class="danger" onClick=${() => setQuestion({ what: "end" })}>End session</button>`}
    </p>
    <p role="status" class="quiet">${told}</p>
    ${alive && html`<section aria-labelledby="attributes"><h2 id="attributes">Attributes</h2>
      <${Attributes} now=${now} onEdit=${(content) => setQuestion({ what: "edit", content })}
        onDelete=${(content) => setQuestion({ what: "delete", content })} /></section>`}
    ${question && html`<${Question} question=${question} onClose=${close} done=${done("The session has changed.")} />`}`;
};
