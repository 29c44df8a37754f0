import { session, response } from "sdk/http";

session.getId();
response.print("sent ");
response.flush();
try {
  session.changeId();
} catch (error) {
  response.print(error.code);
}
