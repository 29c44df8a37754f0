// SPDX-License-Identifier: Apache-2.0
export const late = [];

await 0;
late.push("initial");
