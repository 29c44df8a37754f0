// SPDX-License-Identifier: Apache-2.0
import { html, useEffect, useRef, useState } from "./lib/standalone.module.js";

/** What stands before the page until it is answered; Escape leaves it. The browser keeps the focus in it. */
export const Dialog = ({ title, onClose, children }) => {
  const dialog = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current.showModal();
    return () => before?.focus?.();
  }, []);
  return html`<dialog ref=${dialog} aria-labelledby="dialog-title" onClose=${onClose}>
    <h2 id="dialog-title">${title}</h2>${children}</dialog>`;
};

/** Asks before something that cannot be taken back. */
export const Confirm = ({ title, action, onConfirm, onClose, children }) => {
  const [error, setError] = useState("");
  const confirm = () => onConfirm().then(onClose, (failure) => setError(failure.message));
  return html`<${Dialog} title=${title} onClose=${onClose}>
    ${children}
    <p role="alert" class="error">${error}</p>
    <p class="buttons"><button type="button" class="danger" onClick=${confirm}>${action}</button>
      <button type="button" onClick=${onClose}>Cancel</button></p>
  </${Dialog}>`;
};

const TYPES = ["text", "number", "boolean", "date", "JSON"];
const isDate = (value) => value !== null && typeof value === "object" && Object.keys(value).join() === "$date";

const typeOf = (value) => {
  if (isDate(value)) {
    return "date";
  }
  return { string: "text", number: "number", boolean: "boolean" }[typeof value] ?? "JSON";
};

const textOf = (value) => {
  if (typeof value === "string") {
    return value;
  }
  return isDate(value) ? value.$date : JSON.stringify(value, null, 2);
};

/** The value that a text of a type means; throws what to tell. */
const parsed = (type, text) => {
  const value = { text, number: Number(text), date: { $date: text.trim() } }[type];
  if (type === "number" && (text.trim() === "" || !Number.isFinite(value))) {
    throw new Error("This is no number.");
  }
  if (type === "boolean" && !/^(true|false)$/.test(text.trim())) {
    throw new Error("Give true or false.");
  }
  if (value !== undefined) {
    return value;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`This is no JSON: ${error.message}`);
  }
};

/**
 * Asks for a value, and for a name where there is none yet.
 *
 * @param onSave gets name and value; what it rejects is told
 */
export const ValueForm = ({ name, value = "", onSave, onClose }) => {
  const [error, setError] = useState("");
  const save = async (event) => {
    event.preventDefault();
    const fields = event.target.elements;
    try {
      await onSave(name ?? fields.name.value, parsed(fields.type.value, fields.value.value));
      onClose();
    } catch (failure) {
      setError(failure.message);
    }
  };
  return html`<${Dialog} title=${name === undefined ? "Add an attribute" : "Edit the attribute"} onClose=${onClose}>
    <form onSubmit=${save}>
      ${name === undefined
        ? html`<div><label for="attribute-name">Name</label>
          <input id="attribute-name" name="name" required maxlength="1024" autocomplete="off" /></div>`
        : html`<p>Name: <bdi class="key">${name}</bdi></p>`}
      <label for="attribute-type">Type</label>
      <select id="attribute-type" name="type">
        ${TYPES.map((type) => html`<option value=${type} selected=${type === typeOf(value)}>${type}</option>`)}</select>
      <label for="attribute-value">Value</label>
      <textarea id="attribute-value" name="value" rows="8" spellcheck=${false} defaultValue=${textOf(value)}></textarea>
      <p class="quiet">Dates in JSON are written as {"$date": "2026-11-30T05:20:00.000Z"}.</p>
      <p role="alert" class="error">${error}</p>
      <p class="buttons"><button type="submit" class="primary">Save</button>
        <button type="button" onClick=${onClose}>Cancel</button></p>
    </form>
  </${Dialog}>`;
};
