// SPDX-License-Identifier: Apache-2.0
export { named as renamed, default } from './_lib.mjs';
export * as all from './_lib.mjs';
export * from './_awaits.mjs';
