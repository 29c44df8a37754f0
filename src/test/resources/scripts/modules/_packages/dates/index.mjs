import { add } from "./add.mjs";
export default add(41);
