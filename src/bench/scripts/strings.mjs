import { response } from "sdk/http";

let text = "";
for (let i = 0; i < 1000; i++) text += "line " + i + " of many\n";
response.println(text.toUpperCase().indexOf("LINE 999") + text.split("\n").length);
