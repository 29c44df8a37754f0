import { request, response } from "sdk/http";
import { open } from "beans/it/vault";
import { serve } from "beans/it/waiter";

// who calls, for the container, for a script, for an enterprise bean, and in CDI's request scope
let found;
try {
    found = open();
} catch (refused) {
    found = refused.code;
}
response.print(`${request.getText()}: ${request.getRemoteUser()} ${request.isUserInRole("manager")} ${found} ${serve(0)}.`);
