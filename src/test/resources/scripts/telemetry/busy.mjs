// has its context until the body comes
import { request, response } from "sdk/http";

response.println(request.getText());
