// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.libraries;

import com.google.gson.Gson;
import com.google.protobuf.RuntimeVersion;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.CodeSource;
import java.util.List;

/** Uses libraries that the application brings, and tells which it got. */
@WebServlet("/libraries/*")
public class LibraryServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(answer(request.getPathInfo()));
    }

    private static String answer(String library) {
        switch (library) {
            case "/icu4j":
                return VersionInfo.ICU_VERSION.getMajor() + " "
                        + PluralRules.forLocale(new ULocale("ar")).select(3) + " "
                        + Transliterator.getInstance("Any-Latin").transliterate("Пловдив");
            case "/gson":
                return new Gson().toJson(List.of(1, "two")) + " " + jar(Gson.class);
            case "/protobuf":
                return jar(RuntimeVersion.class);
            default:
                return "no " + library;
        }
    }

    private static String jar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source.getLocation().getPath().replaceFirst("!?/?$", "").replaceFirst(".*/", "");
    }
}
