// SPDX-License-Identifier: Apache-2.0
import { log } from './_log.mjs';
log.push('first');
