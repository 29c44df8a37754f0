import { slow } from "beans/it/faults";
import { response } from "sdk/http";

response.println(slow(4000));
