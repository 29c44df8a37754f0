// SPDX-License-Identifier: Apache-2.0
import { html, useState } from "./lib/standalone.module.js";
import { difference, runScratch } from "./look.mjs";
import { line, visible } from "./value-tree.mjs";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
const LONGEST_BODY = 100_000;
const SCRATCH = `import { session, response } from "sdk/http";

const visits = session.update("visits", (n = 0) => n + 1);
response.json({ visits });
`;

const headersOf = (text) => text.split("\n").filter((one) => one.trim() !== "").map((one) => {
  const colon = one.indexOf(":");
  if (colon < 1) {
    throw new Error(`Write headers as Name: value, not as ${one}`);
  }
  return [one.slice(0, colon).trim(), one.slice(colon + 1).trim()];
});

/** The answer, and what the session was before and is after. */
const called = async (look, call) => {
  const before = (await look.refresh()).attributes;
  const began = performance.now();
  const response = await call();
  const body = await response.text();
  const millis = performance.now() - began;
  const after = (await look.refresh()).attributes;
  return {
    status: `${response.status} ${response.statusText}`,
    url: response.redirected ? response.url : null,
    headers: [...response.headers],
    body,
    millis,
    changes: difference(before, after),
  };
};

const value = (attribute) => attribute === undefined ? "nothing" : attribute.sealed ? "a sealed value" : line(attribute.preview);

const Changes = ({ changes }) => changes.length === 0 ? html`<p>Nothing.</p>` : html`
  <ul>${changes.map((one) => html`<li><bdi class="key">${line(one.name)}</bdi>${" "}
    was <bdi class="text">${value(one.was)}</bdi>, is <bdi class="text">${value(one.is)}</bdi></li>`)}</ul>`;

/** What came back, and what it did to the session. */
const Answer = ({ answer }) => html`
  <section aria-labelledby="answer" class="answer">
    <h3 id="answer">Answer</h3>
    <p role="status"><strong>${answer.status}</strong> in ${answer.millis.toFixed(1)} ms
      ${answer.url && html` after a redirect to <bdi>${line(answer.url)}</bdi>`}</p>
    <h4>What changed in the session</h4>
    <${Changes} changes=${answer.changes} />
    <h4>Body</h4>
    ${answer.body === "" ? html`<p>Empty.</p>` : html`<pre class="text" tabindex="0" role="region" aria-label="Body of the answer"><bdi>${
      visible(answer.body.slice(0, LONGEST_BODY))}</bdi></pre>`}
    ${answer.body.length > LONGEST_BODY && html`<p class="quiet">${answer.body.length - LONGEST_BODY} more characters, not shown</p>`}
    <h4>Headers</h4>
    <ul class="headers">${answer.headers.map(([name, text]) => html`<li><bdi class="key">${name}</bdi>: <bdi>${line(text)}</bdi></li>`)}</ul>
  </section>`;

const useCall = (look) => {
  const [state, setState] = useState({});
  const run = async (call) => {
    setState((before) => ({ ...before, busy: true, error: undefined }));
    try {
      setState({ answer: await called(look, call) });
    } catch (error) {
      setState({ error: error.message });
    }
  };
  return [state, run];
};

const Outcome = ({ state }) => html`
  <p role="alert" class="error">${state.error}</p>
  ${state.answer && html`<${Answer} answer=${state.answer} />`}`;

/** Calls a script as any page would. */
export const CallForm = ({ look, path }) => {
  const [state, run] = useCall(look);
  const submit = (event) => {
    event.preventDefault();
    const fields = event.target.elements;
    run(async () => {
      const query = fields.query.value.replace(/^\?/, "");
      const method = fields.method.value;
      const hasBody = !["GET", "HEAD"].includes(method) && fields.body.value !== "";
      return fetch(look.about.scripts + fields.path.value + (query === "" ? "" : `?${query}`), {
        method,
        headers: headersOf(fields.headers.value),
        body: hasBody ? fields.body.value : undefined,
        cache: "no-store",
      });
    });
  };
  return html`<form onSubmit=${submit} class="call">
      <div class="row">
        <div><label for="call-method">Method</label>
          <select id="call-method" name="method">${METHODS.map((method) => html`<option value=${method}>${method}</option>`)}</select></div>
        <div class="wide"><label for="call-path">Path below <code>${look.about.scripts}</code></label>
          <input id="call-path" name="path" required defaultValue=${path} autocomplete="off" /></div>
      </div>
      <label for="call-query">Query</label>
      <input id="call-query" name="query" autocomplete="off" placeholder="name=value&other=value" />
      <label for="call-headers">Headers, one a line</label>
      <textarea id="call-headers" name="headers" rows="2" spellcheck=${false}></textarea>
      <label for="call-body">Body</label>
      <textarea id="call-body" name="body" rows="4" spellcheck=${false}></textarea>
      <p class="buttons"><button type="submit" class="primary" disabled=${state.busy}>Send</button></p>
    </form>
    <${Outcome} state=${state} />`;
};

/** Runs what is typed, once. */
export const ScratchPad = ({ look }) => {
  const [state, run] = useCall(look);
  const submit = (event) => {
    event.preventDefault();
    const text = event.target.elements.script.value;
    run(() => runScratch(text));
  };
  return html`<form onSubmit=${submit}>
      <label for="scratch-text">Script</label>
      <textarea id="scratch-text" name="script" rows="10" spellcheck=${false} class="code" defaultValue=${SCRATCH}></textarea>
      <p class="buttons"><button type="submit" class="primary" disabled=${state.busy}>Run once</button></p>
    </form>
    <${Outcome} state=${state} />`;
};
