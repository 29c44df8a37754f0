// SPDX-License-Identifier: Apache-2.0
import { nothing } from './_lib.mjs';
export default nothing;
