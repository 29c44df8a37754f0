// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scriptingsession.error.Mistake;

/**
 * An error as clients see it: problem details of RFC 9457.
 *
 * @param mistake with the HTTP status
 * @param id also in the server's log, so that one leads to the other, unless a crowd was refused
 * @param detail what happened and what to do
 * @param stack with the place in the source; in development mode only
 */
public record Problem(Mistake mistake, String id, String detail, Optional<String> stack) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final JsonProvider JSON = JsonProvider.provider();

    /** The headers of the answer beside its content type; Retry-After in seconds, Accept-Encoding for 415. */
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>(Map.of(HttpHeaders.CACHE_CONTROL, "no-store"));
        if (mistake.mayPass()) {
            headers.put(HttpHeaders.RETRY_AFTER, "1");
        }
        if (mistake == Mistake.UNKNOWN_CODING) {
            headers.put(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
        }
        return headers;
    }

    /** The body of the answer. */
    public String toJson() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", Status.fromStatusCode(mistake.status()).getReasonPhrase())
                .add("status", mistake.status())
                .add("detail", detail)
                .add("errorId", id)
                .add("error", mistake.id());
        stack.ifPresent(text -> json.add("stack", text));
        return json.build().toString();
    }
}
