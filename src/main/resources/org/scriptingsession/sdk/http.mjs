// SPDX-License-Identifier: Apache-2.0
export { session, Session } from "sdk/http/session";
export { request, Request } from "sdk/http/request";
export { response, Response } from "sdk/http/response";
