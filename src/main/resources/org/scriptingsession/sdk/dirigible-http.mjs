// SPDX-License-Identifier: Apache-2.0
export { session, Session } from "sdk/http/session";
export { request, Request } from "@aerokit/sdk/http/request";
export { upload, Upload } from "@aerokit/sdk/http/upload";
export { response, Response } from "sdk/http/response";
