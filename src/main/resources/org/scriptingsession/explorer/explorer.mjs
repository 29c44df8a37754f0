// SPDX-License-Identifier: Apache-2.0
import { html, render, useEffect, useRef, useState } from "./lib/standalone.module.js";
import { Look } from "./look.mjs";
import { SessionView } from "./session-view.mjs";
import { ScriptsView } from "./scripts-view.mjs";
import { ServerView } from "./server-view.mjs";

const VIEWS = [
  { hash: "#session", name: "Session", view: SessionView },
  { hash: "#scripts", name: "Scripts", view: ScriptsView },
  { hash: "#server", name: "Server", view: ServerView },
];
const chosen = () => VIEWS.find((view) => view.hash === location.hash) ?? VIEWS[0];

const Explorer = ({ look }) => {
  const [now, setNow] = useState(look.now);
  const [current, setCurrent] = useState(chosen());
  const heading = useRef(null);
  useEffect(() => look.onChange(setNow), [look]);
  useEffect(() => {
    const onHash = () => {
      setCurrent(chosen());
      // who cannot see the page hears what is shown now
      heading.current?.focus();
    };
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, []);
  useEffect(() => { document.title = `${current.name} - Explorer`; }, [current]);
  return html`
    <header>
      <p class="product">Explorer <span class="quiet">of <bdi>${look.about.application ?? ""}</bdi></span></p>
      <nav aria-label="Views">
        <ul>${VIEWS.map((view) => html`
          <li><a href=${view.hash} aria-current=${view === current ? "page" : null}>${view.name}</a></li>`)}
        </ul>
      </nav>
    </header>
    <main>
      <h1 tabindex="-1" ref=${heading}>${current.name}</h1>
      <${Pause} now=${now} look=${look} />
      <${current.view} now=${now} look=${look} />
    </main>`;
};

/** Why nothing is live, and the way on: by the user's own will, since it is an access of the session. */
const Pause = ({ now, look }) => html`
  <div role="status">${now.state === "PAUSED" && html`
    <p class="notice">Paused: ${now.reason} <button type="button" onClick=${() => look.open()}>Look again</button></p>`}
    ${now.state !== "PAUSED" && now.reason && html`<p class="notice">${now.reason}</p>`}
  </div>`;

const look = new Look();
await look.open();
render(html`<${Explorer} look=${look} />`, document.getElementById("explorer"));
performance.mark("usable");
