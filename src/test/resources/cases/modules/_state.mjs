// SPDX-License-Identifier: Apache-2.0
// A module with every kind of state.
let count = 0;
let callback;
let hidden = 0;

export const box = [];
export const map = new Map();
export const failures = [];
export let current = "initial";

export const next = () => (count += 1);
export const assign = (value) => (current = value);
export const meta = () => import.meta;
export const keep = (fn) => (callback = fn);
export const kept = () => callback?.();

export class Counter {
  static count = 0;
  static add() {
    hidden += 1;
  }
  static hidden() {
    return hidden;
  }
}

export default function state() {}
