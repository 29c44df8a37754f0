import { session, request, response, Session, Request, Response } from "sdk/http";
import * as http from "sdk/http";
import ownSession, { session as namedSession } from "sdk/http/session";
import ownRequest, { request as namedRequest } from "sdk/http/request";
import ownResponse, { response as namedResponse } from "sdk/http/response";
import * as aerokit from "@aerokit/sdk/http";
import * as dirigible from "@dirigible/http";
import aerokitSession from "@aerokit/sdk/http/session";
import { request as aerokitRequest } from "@aerokit/sdk/http/request";
import aerokitResponse from "@aerokit/sdk/http/response";
import { session as dirigibleSession } from "@dirigible/http/session";
import dirigibleRequest from "@dirigible/http/request";
import { response as dirigibleResponse } from "@dirigible/http/response";

const same = (first, ...others) => others.every((other) => other === first);

response.json([
  Object.keys(http).sort().join(" "),
  same(session, Session, ownSession, namedSession, aerokit.session, dirigible.Session, aerokitSession, dirigibleSession),
  same(request, Request, ownRequest, namedRequest),
  same(aerokit.Request, dirigible.request, aerokitRequest, dirigibleRequest),
  same(response, Response, ownResponse, namedResponse, aerokit.response, dirigible.response, aerokitResponse, dirigibleResponse),
]);
