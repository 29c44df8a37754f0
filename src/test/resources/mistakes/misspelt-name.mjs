import { sesion } from "sdk/http";
