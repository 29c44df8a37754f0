// SPDX-License-Identifier: Apache-2.0
import { log } from './_log.mjs';
import './_first.mjs';
import './_second.mjs';
log.push('self');
export const order = log;
