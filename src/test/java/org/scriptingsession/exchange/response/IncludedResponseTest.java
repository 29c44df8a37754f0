// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an included script writes is a part of the page, whose writer is taken. */
class IncludedResponseTest {
    private final StringWriter page = new StringWriter();
    private final IncludedResponse response = new IncludedResponse(taken());

    @ParameterizedTest
    @CsvSource({
        "text/plain;charset=UTF-8, UTF-8",
        "text/plain, UTF-8",
        "text/html; Charset=\"UTF-16BE\", UTF-16BE",
        "text/html;charset=ISO-8859-2, ISO-8859-2"
    })
    void bytesAreTheTextThatTheyEncode(String type, String charset) throws IOException {
        response.setContentType(type);
        OutputStream stream = response.getOutputStream();
        for (byte each : "a\u017e\u0159".getBytes(Charset.forName(charset))) {
            stream.write(each);
        }
        stream.write("whole".getBytes(Charset.forName(charset)));
        stream.flush();

        assertEquals("a\u017e\u0159whole", page.toString());
    }

    @Test
    void itIsNotCommittedByWhatThePageHasSent() {
        assertFalse(response.isCommitted());
    }

    private HttpServletResponse taken() {
        PrintWriter writer = new PrintWriter(page);
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getWriter" -> writer;
                    case "getOutputStream" -> throw new IllegalStateException("the writer is taken");
                    case "isCommitted" -> true;
                    default -> null;
                });
    }
}
