// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The body of a response: text, which is encoded, and bytes, in the order they come. Up to 8 KiB are held before they are sent.
 *
 * <p>A surrogate pair may be split over two texts. A surrogate without its other half becomes U+FFFD; what the charset lacks
 * becomes a question mark.
 */
final class ResponseBody {
    private static final int HELD_BYTES = 8192;
    private static final String REPLACEMENT = "\uFFFD";

    private final Sink sink;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(512);

    /** Kept from text to text: it knows whether a byte order mark was written, and which character set is shifted in. */
    private CharsetEncoder encoder;

    /** The first half of a surrogate pair, at the end of the text before; else empty. */
    private String half = "";

    ResponseBody(Sink sink) {
        this.sink = sink;
    }

    void print(String text, Charset charset) throws IOException {
        if (encoder != null && !encoder.charset().equals(charset)) {
            endText();
        }
        if (half.isEmpty() && charset.equals(StandardCharsets.UTF_8) && !hasSurrogate(text)) {
            write(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (encoder == null) {
            encoder = encoder(charset);
        }
        CharBuffer in = CharBuffer.wrap((half + text).toCharArray());
        ByteBuffer out = ByteBuffer.allocate((int) Math.ceil((double) in.length() * encoder.maxBytesPerChar()));
        encoder.encode(in, out, false);
        half = in.toString();
        hold(out.array(), out.position());
    }

    void write(byte[] bytes) throws IOException {
        replaceHalf();
        hold(bytes, bytes.length);
    }

    /** Sends what is held, all but the first half of a surrogate pair. */
    void send() throws IOException {
        held.writeTo(sink.open());
        held.reset();
    }

    /** Sends what is held; nothing comes after. */
    void close() throws IOException {
        if (encoder != null) {
            endText();
        }
        send();
    }

    /** Drops what is held. */
    void clear() {
        held.reset();
        encoder = null;
        half = "";
    }

    private void hold(byte[] bytes, int length) throws IOException {
        if (held.size() + length <= HELD_BYTES) {
            held.write(bytes, 0, length);
        } else {
            send();
            sink.open().write(bytes, 0, length);
        }
    }

    /** Some charsets have to be shifted back to ASCII. */
    private void endText() throws IOException {
        replaceHalf();
        ByteBuffer out = ByteBuffer.allocate(16);
        encoder.encode(CharBuffer.allocate(0), out, true);
        encoder.flush(out);
        encoder = null;
        hold(out.array(), out.position());
    }

    private void replaceHalf() throws IOException {
        if (!half.isEmpty()) {
            half = "";
            write(encoder.replacement());
        }
    }

    /** UTF-16 and UTF-32 have a replacement of more than a byte, U+FFFD, already. */
    private static CharsetEncoder encoder(Charset charset) {
        CharsetEncoder encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return encoder.replacement().length == 1 && encoder.canEncode(REPLACEMENT)
                ? encoder.replaceWith(REPLACEMENT.getBytes(charset))
                : encoder;
    }

    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where the body goes. */
    @FunctionalInterface
    interface Sink {
        /** The stream to write to, after the head was sent. */
        OutputStream open() throws IOException;
    }
}
