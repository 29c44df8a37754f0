// SPDX-License-Identifier: Apache-2.0
export default 'd';
export const named = 1;
export let count = 0;
export const increment = () => { count++; };
export const meta = import.meta;
export const self = this;
export const strict = (function () { return this === undefined; })();
