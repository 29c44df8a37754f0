import { response } from "sdk/http";
import { goods, put } from "beans/shop/shelves";

put("left", ["bread", "tea"]);
try {
  response.println(goods("left").join());
} catch (error) {
  response.println(`${error.name} ${error.code}: ${error.message}`);
}
response.println("after");
