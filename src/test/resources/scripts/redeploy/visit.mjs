import { response, session } from "sdk/http";

const visits = session.update("visits", (count) => (count ?? 0) + 1);
response.println(`fine ${visits} ${new Intl.NumberFormat("de").format(1234.5)} ${/(?<a>b+)/u.exec("abb").groups.a}`);
