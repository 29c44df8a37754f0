// SPDX-License-Identifier: Apache-2.0
import { html, useEffect, useState } from "./lib/standalone.module.js";
import { ask } from "./look.mjs";
import { Plot } from "./plot.mjs";

const LENGTH = 120;
const BETWEEN_LOOKS = 1000;

const REASONS = {
  EXPIRED: "expired", APPLICATION: "ended by a script or component", MAX_LIFETIME: "at their greatest age",
  MAX_PER_USER: "one too many of a user", REGISTRY: "ended by the registry", ELSEWHERE: "ended on another node",
  DEADLINE: "deadline passed", RESOURCES: "used too much", PENDING: "an await that never settled", HOST_ERROR: "a fault of engine or host", NOT_CLEAN: "not clean after a run",
  HEAP: "the heap was nearly full", AGE: "as many runs as a context serves",
};

/** The duration that a share of the calls between two looks did not exceed; 0 when there was none. */
const percentile = (counts, share) => {
  let left = Math.ceil(counts.reduce((sum, [, count]) => sum + count, 0) * share);
  return counts.find(([, count]) => (left -= count) <= 0)?.[0] ?? 0;
};

const sample = (before, now) => {
  const was = new Map(before.calls.durations);
  const counts = now.calls.durations.map(([millis, count]) => [millis, count - (was.get(millis) ?? 0)]).filter(([, count]) => count > 0);
  const calls = counts.reduce((sum, [, count]) => sum + count, 0);
  const seconds = Math.max(0.001, (now.now - before.now) / 1000);
  return {
    rate: calls / seconds,
    errors: (now.calls.errors - before.calls.errors) / seconds,
    p50: percentile(counts, 0.5),
    p99: percentile(counts, 0.99),
  };
};

const Fact = ({ name, children }) => html`<div><dt>${name}</dt><dd>${children}</dd></div>`;

/** The reasons that there were. */
const Reasons = ({ counts }) => {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.length === 0 ? "none"
    : html`<ul>${some.map(([reason, count]) => html`<li>${count} ${REASONS[reason] ?? reason.toLowerCase().replaceAll("_", " ")}</li>`)}</ul>`;
};

const useServer = () => {
  const [seen, setSeen] = useState({ now: null, samples: [] });
  useEffect(() => {
    let timer;
    const read = async () => {
      const now = document.hidden ? null : await ask("server").catch(() => null);
      if (timer === null) {
        return;
      }
      if (now !== null) {
        setSeen((before) => ({
          now,
          samples: before.now === null ? [] : [...before.samples, sample(before.now, now)].slice(-LENGTH),
        }));
      }
      timer = setTimeout(read, BETWEEN_LOOKS);
    };
    read();
    return () => {
      clearTimeout(timer);
      timer = null;
    };
  }, []);
  return seen;
};

/** Contexts, sessions and calls of this application on this server. */
export const ServerView = () => {
  const { now, samples } = useServer();
  if (now === null) {
    return html`<p>Looking.</p>`;
  }
  const values = (name) => samples.map((one) => one[name]);
  const { contexts, sessions, calls } = now;
  return html`
    <section aria-labelledby="calls"><h2 id="calls">Calls of scripts</h2>
      <${Plot} title="Calls per second" length=${LENGTH} format=${(n) => n.toFixed(1)}
        lines=${[{ name: "calls", values: values("rate") }, { name: "errors", values: values("errors") }]} />
      <${Plot} title="Duration" length=${LENGTH} format=${(n) => `${n.toFixed(2)} ms`}
        lines=${[{ name: "p50", values: values("p50") }, { name: "p99", values: values("p99") }]} />
      <dl class="facts">
        <${Fact} name="Calls">${calls.durations.reduce((sum, [, count]) => sum + count, 0)}</${Fact}>
        <${Fact} name="Errors">${calls.errors}</${Fact}>
      </dl></section>
    <section aria-labelledby="contexts"><h2 id="contexts">Contexts</h2>
      <dl class="facts">
        <${Fact} name="In use">${contexts.inUse} of ${contexts.most}</${Fact}>
        <${Fact} name="Made">${contexts.created}</${Fact}>
        <${Fact} name="Calls that waited for one">${contexts.waits}</${Fact}>
        <${Fact} name="Calls refused for want of one">${contexts.refused}</${Fact}>
        <${Fact} name="Calls stopped at their deadline">${contexts.timeouts}</${Fact}>
        <${Fact} name="Stuck now">${contexts.stuck}</${Fact}>
        <${Fact} name="Discarded"><${Reasons} counts=${contexts.discarded} /></${Fact}>
      </dl></section>
    <section aria-labelledby="sessions"><h2 id="sessions">Sessions on this node</h2>
      <dl class="facts">
        <${Fact} name="Active">${sessions.active ?? "this server does not tell"}</${Fact}>
        <${Fact} name="Created">${sessions.created}</${Fact}>
        <${Fact} name="Ended"><${Reasons} counts=${sessions.ended} /></${Fact}>
      </dl></section>`;
};
