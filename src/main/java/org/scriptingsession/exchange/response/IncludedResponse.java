// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The response of a component, as a script gets it that the component includes. The container ignores status and headers that
 * the script sets (Servlet 6.0, 9.3), whether or not the component's output was sent before.
 */
public final class IncludedResponse extends HttpServletResponseWrapper {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([^\";\\s]+)");

    private ServletOutputStream stream;
    private Charset charset = StandardCharsets.UTF_8;

    public IncludedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void setContentType(String type) {
        super.setContentType(type);
        Matcher matcher = CHARSET.matcher(type);
        charset = matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
    }

    /** A page has taken its writer: what is written then is decoded by the charset that the script has set. */
    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = stream();
        }
        return stream;
    }

    private ServletOutputStream stream() throws IOException {
        try {
            return super.getOutputStream();
        } catch (IllegalStateException writerIsTaken) {
            return new Text(getWriter(), charset);
        }
    }

    /** Decodes what is written; a character may come in pieces. */
    private static final class Text extends ServletOutputStream {
        private final Writer writer;
        private final CharsetDecoder decoder;
        private ByteBuffer rest = ByteBuffer.allocate(0);

        private Text(Writer writer, Charset charset) {
            this.writer = writer;
            this.decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            ByteBuffer in = ByteBuffer.allocate(rest.remaining() + count)
                    .put(rest)
                    .put(bytes, from, count)
                    .flip();
            CharBuffer out = CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()));
            decoder.decode(in, out, false);
            writer.append(out.flip());
            rest = in;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void flush() throws IOException {
            writer.flush();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("The component that includes the script waits for its output.");
        }
    }
}
