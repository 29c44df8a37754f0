import { response, session } from "sdk/http";

response.json({ id: session.getId(), isNew: session.isNew(), idle: session.getMaxInactiveInterval() });
