// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one answer of HTTP/1.1 to a GET, in whatever pieces it comes. */
final class ResponseParser {
    private static final int MOST_HEAD = 16_384;
    private static final int KEPT_OF_BODY = 4_096;
    private static final int CR_LF_CR_LF = 0x0D0A0D0A;

    private enum Part {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        UNTIL_CLOSE,
        DONE
    }

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(256);
    private Part part = Part.HEAD;
    private int lastFour;
    private long left;
    private int status;
    private String cookie;
    private boolean retryAfter;
    private boolean closes;

    /** @return whether the answer is complete */
    boolean read(ByteBuffer bytes) throws ProtocolException {
        while (bytes.hasRemaining() && part != Part.DONE) {
            switch (part) {
                case HEAD -> head(bytes.get());
                case BODY, CHUNK -> take(bytes);
                case UNTIL_CLOSE -> {
                    left = bytes.remaining();
                    take(bytes);
                }
                default -> chunked(bytes.get());
            }
        }
        return part == Part.DONE;
    }

    private void head(byte next) throws ProtocolException {
        line.write(next);
        lastFour = lastFour << 8 | next & 0xFF;
        if (lastFour == CR_LF_CR_LF) {
            String[] lines = line.toString(StandardCharsets.ISO_8859_1).split("\r\n");
            line.reset();
            status = Integer.parseInt(lines[0].substring(9, 12));
            part = status == 204 || status == 304 ? Part.DONE : Part.UNTIL_CLOSE;
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                header(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).trim());
            }
            closes |= part == Part.UNTIL_CLOSE;
        } else if (line.size() > MOST_HEAD) {
            throw new ProtocolException("endless head");
        }
    }

    private void header(String name, String value) {
        switch (name) {
            case "content-length" -> {
                left = Long.parseLong(value);
                part = left == 0 ? Part.DONE : Part.BODY;
            }
            case "transfer-encoding" -> part = Part.CHUNK_SIZE;
            case "connection" -> closes = value.equalsIgnoreCase("close");
            case "retry-after" -> retryAfter = true;
            case "set-cookie" -> cookie = value.split(";", 2)[0];
            default -> {
                // of no interest
            }
        }
    }

    private void take(ByteBuffer bytes) {
        int count = (int) Math.min(left, bytes.remaining());
        for (int i = 0; i < count; i++) {
            byte next = bytes.get();
            if (body.size() < KEPT_OF_BODY) {
                body.write(next);
            }
        }
        left -= count;
        if (left == 0 && part != Part.UNTIL_CLOSE) {
            part = part == Part.CHUNK ? Part.CHUNK_END : Part.DONE;
        }
    }

    /** The lines between chunks. */
    private void chunked(byte next) {
        if (next != '\n') {
            line.write(next);
            return;
        }
        String text = line.toString(StandardCharsets.ISO_8859_1).trim();
        line.reset();
        switch (part) {
            case CHUNK_SIZE -> {
                left = Long.parseLong(text.split(";", 2)[0].trim(), 16);
                part = left == 0 ? Part.TRAILER : Part.CHUNK;
            }
            case CHUNK_END -> part = Part.CHUNK_SIZE;
            default -> part = text.isEmpty() ? Part.DONE : Part.TRAILER;
        }
    }

    /** @return whether what has come by the end of the connection is a whole answer */
    boolean closed() {
        return part == Part.UNTIL_CLOSE || part == Part.DONE;
    }

    boolean hasBegun() {
        return part != Part.HEAD || line.size() > 0;
    }

    /** Whether the connection ends with this answer. */
    boolean closes() {
        return closes;
    }

    Answer answer() {
        return new Answer(status, cookie, retryAfter, body.toString(StandardCharsets.UTF_8));
    }
}
