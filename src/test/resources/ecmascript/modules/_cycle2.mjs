// SPDX-License-Identifier: Apache-2.0
import { even } from './_cycle.mjs';
export function odd(n) { return n !== 0 && even(n - 1); }
