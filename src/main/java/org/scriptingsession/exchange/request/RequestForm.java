// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.scriptingsession.config.RequestConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;

/**
 * The parameters of a request, read from its query and body as the client sent them: containers differ in which methods have
 * forms, in order, limits and what they do with a malformed field.
 */
final class RequestForm {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    static final Set<String> METHODS = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final HttpServletRequest request;
    private final RequestBody body;
    private final RequestConfig limits;
    private ContentType type;
    private Map<String, List<String>> parameters;
    private MultipartBody multipart;

    RequestForm(HttpServletRequest request, RequestBody body, RequestConfig limits) {
        this.request = request;
        this.body = body;
        this.limits = limits;
    }

    /** The charset that the client named, else the one that the application set; null for none. */
    String charsetName() {
        // not asked where the client named one: Undertow throws for a charset without a value
        return type().hasCharset() ? type().charsetName() : request.getCharacterEncoding();
    }

    EncodedText encodedText() {
        return body.encodedText(ContentType.charset(charsetName()));
    }

    /** Names in the order of their first values, each with one value at least. */
    Map<String, List<String>> parameters() {
        if (parameters == null) {
            parameters = readParameters();
        }
        return parameters;
    }

    List<RequestPart> parts() {
        if (multipart == null && METHODS.contains(request.getMethod()) && type().is(MultipartBody.TYPE)) {
            MultipartBody read = new MultipartBody(limits, body.directory());
            read.read(request.getContentType(), body.open());
            checkEnd(read);
            multipart = read;
        }
        return multipart == null ? List.of() : multipart.parts();
    }

    void delete() {
        if (multipart != null) {
            multipart.delete();
        }
    }

    private ContentType type() {
        if (type == null) {
            type = new ContentType(request.getContentType());
        }
        return type;
    }

    /** Without parts there is one boundary at least, the last; the library takes a body without any for one without parts. */
    private void checkEnd(MultipartBody read) {
        if (read.parts().isEmpty() && body.bytes().length > 0) {
            String last = "--" + type().boundary() + "--";
            if (!new String(body.bytes(), StandardCharsets.ISO_8859_1).contains(last)) {
                throw Exchange.refused(Mistake.MALFORMED_MULTIPART.with("it has no boundary"));
            }
        }
    }

    private Map<String, List<String>> readParameters() {
        Map<String, List<String>> read = new LinkedHashMap<>();
        byte[] query = QueryText.of(request).getBytes(StandardCharsets.UTF_8);
        FormFields.read(query, StandardCharsets.UTF_8, "query", (name, value) -> add(read, name, value));
        if (type().is(URL_ENCODED) && METHODS.contains(request.getMethod())) {
            readForm(read);
        }
        for (RequestPart part : parts()) {
            if (part.fileName() == null) {
                add(read, part.name(), part.getText());
            }
        }
        return read;
    }

    private void readForm(Map<String, List<String>> read) {
        EncodedText form = encodedText().overAscii();
        AtomicInteger count = new AtomicInteger();
        FormFields.read(form.bytes(), form.charset(), "form", (name, value) -> {
            // ten million bytes may be five million fields, each with objects of its own
            if (count.incrementAndGet() > limits.maxFields()) {
                throw Exchange.refused(Mistake.TOO_MANY_FIELDS.with(limits.maxFields()));
            }
            add(read, name, value);
        });
        if (form.bytes().length == 0 && request.getContentLengthLong() != 0) {
            addConsumed(read);
        }
    }

    /** A component before has asked for parameters, and the container has read the body for it. */
    private void addConsumed(Map<String, List<String>> read) {
        Map<String, Integer> ofQuery = new LinkedHashMap<>();
        read.forEach((name, values) -> ofQuery.put(name, values.size()));
        request.getParameterMap().forEach((name, values) -> {
            for (int i = ofQuery.getOrDefault(name, 0); i < values.length; i++) {
                add(read, name, values[i]);
            }
        });
    }

    /** A name without a value has an empty one; most names have one value, which needs no list that can grow. */
    private static void add(Map<String, List<String>> parameters, String name, String value) {
        List<String> one = List.of(value == null ? "" : value);
        List<String> known = parameters.putIfAbsent(name, one);
        if (known instanceof ArrayList) {
            known.addAll(one);
        } else if (known != null) {
            List<String> all = new ArrayList<>(known);
            all.addAll(one);
            parameters.put(name, all);
        }
    }
}
