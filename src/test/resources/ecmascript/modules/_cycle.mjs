// SPDX-License-Identifier: Apache-2.0
import { odd } from './_cycle2.mjs';
export { odd };
export function even(n) { return n === 0 || odd(n - 1); }
