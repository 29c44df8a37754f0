// does to the response what the header X-Do says, and tells which of it was refused
import { request, response, session } from "sdk/http";

const steps = JSON.parse(request.getHeader("X-Do"));
const refused = [];
steps.forEach(([name, ...given], index) => {
  const values = given.map((value) => (value?.repeat?.text !== undefined ? value.repeat.text.repeat(value.repeat.times) : typeof value?.date === "number" ? new Date(value.date) : value));
  try {
    if (name === "throw") throw new Error(values[0]);
    const result = name === "session" ? session.set("a", values[0]) && null : response[name](...values);
    if (result !== undefined && result !== null) refused.push(`${index}=${JSON.stringify(result)}`);
  } catch (error) {
    if (name === "throw") throw error;
    refused.push(`${index}:${error.code}`);
  }
});
if (refused.length > 0) {
  try {
    response.setHeader("X-Refused", refused.join(" ").slice(0, 2000));
  } catch {
    // sent: then the body tells
  }
}
