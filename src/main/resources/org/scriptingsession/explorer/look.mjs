// SPDX-License-Identifier: Apache-2.0
// Asks the server. Looks go without the session's cookie, so that they are no access of the session; changes go with it.
const TOKEN = "Explorer-Token";
const BETWEEN_LOOKS = 1000;

let token = "open";

const send = async (method, path, options) => {
  let response;
  try {
    response = await fetch(`api/${path}`, { method, cache: "no-store", redirect: "manual", ...options });
  } catch {
    throw Object.assign(new Error("The server does not answer."), { status: 0 });
  }
  const isJson = /json/.test(response.headers.get("Content-Type") ?? "");
  if (response.ok) {
    return isJson ? response.json() : null;
  }
  const problem = isJson ? await response.json() : {};
  const message = problem.detail
    ?? (response.type === "opaqueredirect" ? "Another component of the application answers: log in there, and load this page again."
      : `The server answers ${response.status}.`);
  throw Object.assign(new Error(message), { status: response.status });
};

/** Looks, without the session's cookie. */
export const ask = (path) => send("GET", path, { headers: { [TOKEN]: token }, credentials: "omit" });

/** Changes something, as the session's client. */
export const change = (method, path, body = {}) => send(method, path, {
  headers: { [TOKEN]: token, "Content-Type": "application/json" },
  credentials: "same-origin",
  body: JSON.stringify(body),
});

/** Runs a script that lies nowhere; gives the response as it comes. */
export const runScratch = (text) => fetch("api/scratch", {
  method: "POST",
  headers: { [TOKEN]: token, "Content-Type": "text/javascript", Accept: "application/json" },
  credentials: "same-origin",
  cache: "no-store",
  body: text,
});

/** What differs between two lists of attributes. */
export const difference = (before, after) => {
  const was = new Map(before.map((attribute) => [attribute.name, attribute]));
  const is = new Map(after.map((attribute) => [attribute.name, attribute]));
  return [...new Set([...was.keys(), ...is.keys()])].sort()
    .filter((name) => was.get(name)?.mark !== is.get(name)?.mark)
    .map((name) => ({ name, was: was.get(name), is: is.get(name) }));
};

/** The session as it is from second to second. */
export class Look {
  /** The last of it: state, session, attributes, the names that changed last, and how far the server's clock is ahead. */
  now = { state: "OPENING", attributes: [], changed: new Set(), ahead: 0 };

  /** What the server says of itself. */
  about = {};

  #listeners = new Set();
  #mark = "";
  #timer;

  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins to look at the session that the browser has now. This is an access of the session, the only one. */
  async open() {
    clearTimeout(this.#timer);
    try {
      this.about = await send("POST", "open", { headers: { [TOKEN]: "open" }, credentials: "same-origin" });
      token = this.about.token;
      this.#mark = "";
      await this.#look();
    } catch (error) {
      this.#tell({ state: "PAUSED", reason: error.message });
    }
    this.#goOn();
  }

  /** Looks at once, for who has just changed something: at the session that the browser has by now. */
  async refresh() {
    try {
      await this.#look();
    } catch (error) {
      this.#tell({ state: "PAUSED", reason: error.message });
    }
    if (["NONE", "ENDED", "CHANGED", "PAUSED"].includes(this.now.state)) {
      await this.open();
    }
    return this.now;
  }

  async #look() {
    const seen = await ask(`session?seen=${encodeURIComponent(this.#mark)}`);
    const attributes = seen.attributes ?? this.now.attributes;
    const news = seen.attributes && this.#mark !== "" ? difference(this.now.attributes, attributes) : [];
    this.#mark = seen.mark;
    this.#tell({
      state: seen.state,
      session: seen.session,
      attributes,
      changed: news.length > 0 ? new Set(news.map((one) => one.name)) : this.now.changed,
      ahead: seen.now - Date.now(),
      reason: undefined,
    });
  }

  async #again() {
    if (!document.hidden) {
      try {
        await this.#look();
      } catch (error) {
        this.#tell(error.status === 0 ? { reason: error.message } : { state: "PAUSED", reason: error.message });
      }
    }
    if (this.now.state === "CHANGED") {
      // the browser knows the new id; who only had the former one is told nothing
      await this.open();
    } else {
      this.#goOn();
    }
  }

  #goOn() {
    clearTimeout(this.#timer);
    if (this.now.state !== "PAUSED") {
      this.#timer = setTimeout(() => this.#again(), BETWEEN_LOOKS);
    }
  }

  #tell(change) {
    this.now = { ...this.now, ...change };
    this.#listeners.forEach((listener) => listener(this.now));
  }
}
