// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A content coding of RFC 9110, 8.4.1, that bodies are decoded from. */
enum ContentCoding {
    GZIP {
        @Override
        InputStream open(byte[] coded) throws IOException {
            return new GZIPInputStream(new ByteArrayInputStream(coded));
        }
    },
    /** In the zlib format, or without it, as some clients send it (the note of RFC 9110, 8.4.1.2). */
    DEFLATE {
        @Override
        InputStream open(byte[] coded) {
            return new InflaterInputStream(new ByteArrayInputStream(coded), new Inflater(!isZlib(coded))) {
                @Override
                public void close() throws IOException {
                    super.close();
                    inf.end();
                }
            };
        }
    },
    IDENTITY {
        @Override
        InputStream open(byte[] coded) {
            return new ByteArrayInputStream(coded);
        }
    };

    private static final int DEFLATE_METHOD = 8;
    private static final int HEADER_CHECK = 31;

    /** A stream of what the bytes stand for; it fails with an IOException for bytes that are not in the coding. */
    abstract InputStream open(byte[] coded) throws IOException;

    /** By its name in Content-Encoding; empty for one that is not known. */
    static Optional<ContentCoding> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "deflate" -> Optional.of(DEFLATE);
            case "identity" -> Optional.of(IDENTITY);
            default -> Optional.empty();
        };
    }

    /** Whether the bytes begin as RFC 1950, 2.2, says. */
    private static boolean isZlib(byte[] coded) {
        return coded.length > 1
                && (coded[0] & 0x0f) == DEFLATE_METHOD
                && ((coded[0] & 0xff) << 8 | coded[1] & 0xff) % HEADER_CHECK == 0;
    }
}
