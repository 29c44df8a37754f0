// SPDX-License-Identifier: Apache-2.0
export { session, session as Session } from "sdk/http/session";
export { request, request as Request } from "sdk/http/request";
export { response, response as Response } from "sdk/http/response";
