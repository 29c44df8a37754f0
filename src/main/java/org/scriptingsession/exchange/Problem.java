// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * An error as clients see it: problem details of RFC 9457.
 *
 * @param status the HTTP status
 * @param id also in the server's log, so that one leads to the other
 * @param number of the error in the catalogue, such as {@code SCRIPTING-0201}
 * @param detail what happened and what to do
 * @param location the source line, such as {@code cart.mjs:12:5}, and stack; in development only
 */
public record Problem(Response.Status status, String id, String number, String detail, Optional<String> location) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonProvider JSON = JsonProvider.provider();

    public String toJson() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", status.getReasonPhrase())
                .add("status", status.getStatusCode())
                .add("detail", detail)
                .add("errorId", id)
                .add("error", number);
        location.ifPresent(text -> json.add("stack", text));
        return json.build().toString();
    }
}
