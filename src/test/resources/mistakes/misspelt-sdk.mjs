import { session } from "sdk/htp";
