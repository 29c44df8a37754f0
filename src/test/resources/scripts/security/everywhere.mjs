import { response } from "sdk/http";

export const cors = { origins: ["*"] };

response.print("ran");
