// has its context for a while
import { response } from "sdk/http";

for (const end = Date.now() + 300; Date.now() < end; );
response.println("done");
