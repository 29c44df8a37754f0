import { sessions } from "sdk/http";

sessions.getId();
