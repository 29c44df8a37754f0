// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.scriptingsession.error.Mistake;

/** The body of a request, read at most once and never past its limit. */
final class RequestBody {
    private final HttpServletRequest request;
    private final int maxBytes;
    private byte[] bytes;
    private boolean tooLarge;

    RequestBody(HttpServletRequest request, long maxBytes) {
        this.request = request;
        this.maxBytes = (int) maxBytes;
    }

    byte[] bytes() {
        if (bytes == null) {
            bytes = read();
        }
        return bytes;
    }

    String text() {
        return new String(bytes(), charset());
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    private byte[] read() {
        try {
            tooLarge |= request.getContentLengthLong() > maxBytes;
            byte[] read = tooLarge ? new byte[0] : request.getInputStream().readNBytes(maxBytes + 1);
            tooLarge |= read.length > maxBytes;
            if (tooLarge) {
                throw Mistake.REQUEST_TOO_LARGE.with(maxBytes);
            }
            return read;
        } catch (IOException e) {
            throw Mistake.UNREADABLE_BODY.because(e);
        }
    }

    private Charset charset() {
        String encoding = request.getCharacterEncoding();
        try {
            return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw Mistake.INVALID_ARGUMENT.with(
                    "The charset of the request's Content-Type", "one this server knows, such as UTF-8");
        }
    }
}
