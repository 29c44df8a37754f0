import { serve } from "beans/it/waiter";
import { response } from "sdk/http";

response.println(serve(200));
