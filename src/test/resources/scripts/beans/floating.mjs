// Nothing awaits the promise at the top level, and yet its callback belongs to the run.
import { after } from "beans/it/prices";
import { response } from "sdk/http";

after("bread", 50).then((line) => response.println(line.name));
