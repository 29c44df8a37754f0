// SPDX-License-Identifier: Apache-2.0
import { ping } from "./_ping.mjs";

export const pong = (left) => ping(left);
