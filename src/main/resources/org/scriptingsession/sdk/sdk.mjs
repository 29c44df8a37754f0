// SPDX-License-Identifier: Apache-2.0
// All that scripts may import of the product: evaluated once in every new context, and frozen there.
export { session, request, response } from "sdk/http";
export { request as dirigible } from "@aerokit/sdk/http";
export { request as dirigibleRequest } from "@aerokit/sdk/http/request";
export { upload } from "@aerokit/sdk/http/upload";
export { sessions } from "sdk/http/sessions";
