// SPDX-License-Identifier: Apache-2.0
import { failures } from "./_state.mjs";

failures.push(1);
throw new Error(`mid-graph ${failures.length}`);
