// Serves the case that the URL names after the script, and answers what it returned or threw as JSON.
import { request, response } from "sdk/http";

export const thrownBy = (work) => {
  try {
    work();
    return null;
  } catch (error) {
    return `${Object.getPrototypeOf(error).constructor.name} ${error.code}`;
  }
};

export const serve = (cases) => {
  let answer;
  try {
    answer = { returned: cases[request.getResourcePath()]() };
  } catch (error) {
    answer = { error: `${error.constructor.name} ${error.code}`, message: error.message };
  }
  response.json(answer);
};
