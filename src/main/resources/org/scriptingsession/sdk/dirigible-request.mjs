// SPDX-License-Identifier: Apache-2.0
// The request as scripts of Eclipse Dirigible expect it.
import { request as own } from "sdk/http/request";

function json() {
  try {
    return own.json();
  } catch (error) {
    if (error.code !== "INVALID_VALUE") throw error;
    return undefined;
  }
}

export const request = Object.freeze({ ...own, json, getJSON: json });

export { request as Request };
export default request;
