// somebody stops it at line 7
import { request, response } from "sdk/http";
import { double } from "./_double.mjs";

const name = request.getParameter("name");
const began = Date.now();
const twice = double(name);
response.println(twice);
