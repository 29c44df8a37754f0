import { serve } from "beans/it/waiter";
import { response } from "sdk/http";

response.print("begun ");
response.flush();
response.println(serve(1000));
