// SPDX-License-Identifier: Apache-2.0
import { pong } from "./_pong.mjs";

let pings = 0;

export const marks = () => pings;
export const ping = (left) => {
  pings += 1;
  if (left > 0) pong(left - 1);
};
