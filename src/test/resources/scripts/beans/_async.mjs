// As _cases.mjs, for cases that return promises.
import { request, response } from "sdk/http";

export const serve = async (cases) => {
  let answer;
  try {
    answer = { returned: await cases[request.getResourcePath()]() };
  } catch (error) {
    answer = { error: `${error.constructor.name} ${error.name} ${error.code}`, message: error.message };
  }
  response.json(answer);
};
