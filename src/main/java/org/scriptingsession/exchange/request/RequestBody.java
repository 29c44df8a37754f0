// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.io.input.BoundedInputStream;
import org.scriptingsession.config.RequestConfig;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;

/**
 * The body of a request, read at most once and never past its limit, decoded from its content codings (RFC 9110, 8.4). What is
 * refused is answered by its status when no script catches it.
 */
final class RequestBody {
    private static final int MOST_CODINGS = 3;

    private final HttpServletRequest request;
    private final RequestConfig limits;
    private byte[] bytes;

    /** A body that may be too large for memory; null for another, and before it is read. */
    private SpooledBytes spooled;

    private Failure refusal;

    /** Of the server, before the script has read. */
    private RuntimeException fault;

    RequestBody(HttpServletRequest request, RequestConfig limits) {
        this.request = request;
        this.limits = limits;
    }

    /** Refuses a body whose announced length is over the limit. */
    void checkLength() {
        if (announcedLength(request) > limits.maxBytes()) {
            throw tooLarge();
        }
    }

    /** -1 for none. Undertow fails at a length that no long has room for. */
    static long announcedLength(HttpServletRequest request) {
        try {
            return request.getContentLengthLong();
        } catch (NumberFormatException larger) {
            return Long.MAX_VALUE;
        }
    }

    /** Takes a body that is on its way, in this thread. */
    void await() {
        try {
            if (!isSpooled() && ArrivingBody.isLate(request, limits)) {
                reading(this::spooled);
            }
        } catch (Failure toldWhenItIsRead) {
            refusal = toldWhenItIsRead;
        } catch (UncheckedIOException toldWhenItIsRead) {
            fault = toldWhenItIsRead;
        } catch (IOException e) {
            refusal = Exchange.refused(Mistake.UNREADABLE_BODY.because(e));
        }
    }

    byte[] bytes() {
        if (bytes == null) {
            bytes = reading(() -> decoded(isSpooled() ? spooled().toArray() : read()));
        }
        return bytes;
    }

    /** In the charset of a mark at its begin, else in the one named, else in UTF-8. */
    EncodedText encodedText(Charset named) {
        return EncodedText.of(bytes(), named);
    }

    /** The body as a stream, without holding all of it in memory. */
    InputStream open() {
        return reading(() -> {
            // a body in a coding is read before the coding is looked at: what is left unread may cost the client the
            // answer
            boolean coded = request.getHeader(HttpHeaders.CONTENT_ENCODING) != null;
            return coded || bytes != null
                    ? new ByteArrayInputStream(bytes())
                    : spooled().open();
        });
    }

    /** Deletes the file, if there is one. */
    void delete() {
        if (spooled != null) {
            spooled.delete();
        }
        ArrivingBody.of(request).ifPresent(ArrivingBody::delete);
    }

    /** Where files are made that last no longer than the request. */
    File directory() {
        return (File) request.getServletContext().getAttribute(ServletContext.TEMPDIR);
    }

    private byte[] read() throws IOException {
        checkLength();
        return limited(request.getInputStream());
    }

    private boolean isSpooled() {
        return spooled != null || ArrivingBody.of(request).isPresent();
    }

    private SpooledBytes spooled() throws IOException {
        if (spooled == null) {
            ArrivingBody arrived = ArrivingBody.of(request).orElse(null);
            spooled = arrived == null ? spool() : arrived.bytes();
        }
        return spooled;
    }

    private SpooledBytes spool() throws IOException {
        checkLength();
        InputStream limited = BoundedInputStream.builder()
                .setInputStream(request.getInputStream())
                .setMaxCount(limits.maxBytes() + 1)
                .get();
        SpooledBytes all = SpooledBytes.of(limited, limits.memoryBytes(), directory());
        if (all.size() > limits.maxBytes()) {
            all.delete();
            throw tooLarge();
        }
        return all;
    }

    /** Each coding by itself: what is decoded on the way is limited, too. */
    private byte[] decoded(byte[] sent) {
        byte[] result = sent;
        List<ContentCoding> codings = sent.length == 0 ? List.of() : codings();
        for (ContentCoding coding : codings) {
            try (InputStream in = coding.open(result)) {
                result = limited(in);
            } catch (IOException broken) {
                throw Exchange.refused(
                        Mistake.BROKEN_CODING.because(broken, coding.name().toLowerCase(Locale.ROOT)));
            }
        }
        return result;
    }

    /** The codings of the body, the last applied first. */
    private List<ContentCoding> codings() {
        List<ContentCoding> codings = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING))) {
            for (String name : header.split(",")) {
                if (!name.isBlank()) {
                    codings.add(ContentCoding.of(name.strip())
                            .orElseThrow(() -> Exchange.refused(Mistake.UNKNOWN_CODING.with(name.strip()))));
                }
            }
        }
        codings.removeIf(ContentCoding.IDENTITY::equals);
        if (codings.size() > MOST_CODINGS) {
            throw Exchange.refused(Mistake.UNKNOWN_CODING.with(codings.size() + " codings"));
        }
        Collections.reverse(codings);
        return codings;
    }

    private byte[] limited(InputStream in) throws IOException {
        byte[] read = in.readNBytes((int) limits.maxBytes() + 1);
        if (read.length > limits.maxBytes()) {
            throw tooLarge();
        }
        return read;
    }

    private Failure tooLarge() {
        return Exchange.refused(Mistake.REQUEST_TOO_LARGE.with(limits.maxBytes()));
    }

    /** What was refused once is refused each time: the rest of the body is no body. */
    private <T> T reading(Source<T> source) {
        if (refusal != null) {
            throw refusal;
        }
        if (fault != null) {
            throw fault;
        }
        try {
            return source.read();
        } catch (Failure failure) {
            refusal = failure;
            throw failure;
        } catch (IOException e) {
            refusal = Exchange.refused(Mistake.UNREADABLE_BODY.because(e));
            throw refusal;
        }
    }

    private interface Source<T> {
        T read() throws IOException;
    }
}
