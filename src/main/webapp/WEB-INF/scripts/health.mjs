// For a balancer: answers 200 as soon as scripts run here, and begins no session.
import { response } from "sdk/http";

response.json({ status: "UP" });
