// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Mistake;

/**
 * The body of a response: text, which is encoded, and bytes, in the order they come. Up to 8 KiB are held before they are sent.
 *
 * <p>A surrogate pair may be split over two texts. A surrogate without its other half becomes U+FFFD; what the charset lacks
 * becomes a question mark.
 *
 * <p>A body that is not of the announced length would be read, in part, as the answer to the client's next request, or be
 * waited for: nothing of it is sent.
 */
final class ResponseBody {
    private static final int HELD_BYTES = 8192;

    /** Many short texts are encoded faster together than one by one. */
    private static final int MOST_GATHERED = 2048;

    private static final int MOST_BYTES_A_CHARACTER = 3;

    private static final String REPLACEMENT = "\uFFFD";

    private final Sink sink;
    private final LongSupplier announced;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(512);

    /** Characters that wait to be encoded in UTF-8. */
    private final StringBuilder gathered = new StringBuilder(128);

    /** Kept from text to text: it knows whether a byte order mark was written, and which character set is shifted in. */
    private CharsetEncoder encoder;

    /** The first half of a surrogate pair, at the end of the text before; else empty. */
    private String half = "";

    private long length;
    private boolean streams;

    /** @param announced the length that the body is to have; negative when none was announced */
    ResponseBody(Sink sink, LongSupplier announced) {
        this.sink = sink;
        this.announced = announced;
    }

    void print(String text, Charset charset) throws IOException {
        print(text, "", charset);
    }

    /**
     * Writes a text and its end as one.
     *
     * @param charset the same for all texts, until they are dropped
     */
    void print(String text, String end, Charset charset) throws IOException {
        if (mayWait(text.length() + end.length(), charset)) {
            gathered.append(text).append(end);
        } else {
            settle();
            encode(text.concat(end), charset);
        }
    }

    /** Whether a text is neither long nor the one that is refused, for the announced length, or passes what is held. */
    private boolean mayWait(int length, Charset charset) {
        int waiting = half.length() + gathered.length() + length;
        return waiting <= MOST_GATHERED
                && (streams || held.size() + waiting * MOST_BYTES_A_CHARACTER <= HELD_BYTES)
                && charset.equals(StandardCharsets.UTF_8)
                && announced.getAsLong() < 0;
    }

    /** Encodes what waits. */
    private void settle() throws IOException {
        if (!gathered.isEmpty()) {
            encode(gathered.toString(), StandardCharsets.UTF_8);
            gathered.setLength(0);
        }
    }

    private void encode(String text, Charset charset) throws IOException {
        if (half.isEmpty() && charset.equals(StandardCharsets.UTF_8)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (isAscii(text, bytes) || !hasSurrogate(text)) {
                hold(bytes);
                return;
            }
        }
        if (encoder == null) {
            encoder = charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE);
        }
        String whole = half + text;
        int end = whole.length();
        boolean waits = end > 0 && Character.isHighSurrogate(whole.charAt(end - 1));
        encode(wellFormed(waits ? whole.substring(0, end - 1) : whole));
        half = waits ? whole.substring(end - 1) : "";
    }

    void write(byte[] bytes) throws IOException {
        settle();
        replaceHalf();
        hold(bytes);
    }

    /** Sends what is held, all but the first half of a surrogate pair. */
    void send() throws IOException {
        settle();
        sendHeld();
    }

    private void sendHeld() throws IOException {
        checkLength(0);
        OutputStream stream = sink.open();
        held.writeTo(stream);
        held.reset();
    }

    /**
     * Nothing comes after: the text is completed, and the whole may be sent.
     *
     * @param mayBeMissing whether there may be an announced length without a body, as in the answer to HEAD
     */
    void end(boolean mayBeMissing) throws IOException {
        settle();
        if (encoder != null) {
            endText();
        }
        checkLength(0);
        if (length < announced.getAsLong() && !(mayBeMissing && length == 0)) {
            throw Mistake.WRONG_LENGTH.with(announced.getAsLong());
        }
    }

    /** Drops what is held. */
    void clear() {
        gathered.setLength(0);
        held.reset();
        encoder = null;
        half = "";
        length = 0;
    }

    /** Past what is held the container sends, too: servers differ in what they would hold. */
    private void hold(byte[] bytes) throws IOException {
        checkLength(bytes.length);
        length += bytes.length;
        if (held.size() + bytes.length <= HELD_BYTES) {
            held.writeBytes(bytes);
            return;
        }
        sendHeld();
        OutputStream stream = sink.open();
        stream.write(bytes);
        if (!streams) {
            streams = true;
            stream.flush();
        }
    }

    private void checkLength(int more) {
        long most = announced.getAsLong();
        if (most >= 0 && length + more > most) {
            throw Mistake.WRONG_LENGTH.with(most);
        }
    }

    /** Some charsets have to be shifted back to ASCII. */
    private void endText() throws IOException {
        replaceHalf();
        ByteBuffer out = ByteBuffer.allocate(16);
        encoder.encode(CharBuffer.allocate(0), out, true);
        encoder.flush(out);
        encoder = null;
        hold(Arrays.copyOf(out.array(), out.position()));
    }

    private void replaceHalf() throws IOException {
        if (!half.isEmpty()) {
            encode(REPLACEMENT);
            half = "";
        }
    }

    private void encode(String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        ByteBuffer out = ByteBuffer.allocate((int) Math.ceil((double) text.length() * encoder.maxBytesPerChar()));
        encoder.encode(CharBuffer.wrap(text), out, false);
        try {
            hold(Arrays.copyOf(out.array(), out.position()));
        } catch (ScriptingException refused) {
            if (length == 0) {
                // the byte order mark is not in the body either
                encoder.reset();
            }
            throw refused;
        }
    }

    /** The text with each half of a surrogate pair replaced that has no other half. */
    private static String wellFormed(String text) {
        if (!hasSurrogate(text)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                replaced.append(REPLACEMENT);
            } else {
                replaced.appendCodePoint(point);
            }
        });
        return replaced.toString();
    }

    /** Ten times as fast as to look at each character: the JVM compares whole vectors. */
    private static boolean isAscii(String text, byte[] utf8) {
        return utf8.length == text.length() && text.equals(new String(utf8, StandardCharsets.ISO_8859_1));
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
