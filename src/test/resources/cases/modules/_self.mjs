// SPDX-License-Identifier: Apache-2.0
import * as self from "./_self.mjs";

let count = 0;

export const add = () => (self.add === add ? (count += 1) : 0);
