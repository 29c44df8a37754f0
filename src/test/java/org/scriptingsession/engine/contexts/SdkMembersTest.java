// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.engine.modules.ScriptModule;

/** The exported objects, the types for editors and the reference name the same members. */
class SdkMembersTest {
    private static final Pattern TYPED = Pattern.compile("^ {4}(?:readonly )?(\\w+)(?:<.*)?[(:<]", Pattern.MULTILINE);
    private static final Pattern DOCUMENTED = Pattern.compile("`(\\w+)\\([^`]*\\)`");

    /** Of the files alone, and of what has them: not of the list between the two. */
    private static final Pattern FUNCTION = Pattern.compile("^ {2}(\\w+)\\([^)]*\\) \\{", Pattern.MULTILINE);

    private static TestContexts contexts;
    private static PooledContext context;

    @BeforeAll
    static void open() {
        contexts = new TestContexts(Map.of());
        context = contexts.create();
        context.polyglot().enter();
    }

    @AfterAll
    static void close() {
        context.polyglot().leave();
        context.close();
        contexts.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "request", "response", "sessions"})
    void typesNameWhatIsExported(String object) throws IOException {
        String types = Files.readString(Path.of("src/main/webapp/WEB-INF/sdk/http.d.ts"));
        String name = Character.toUpperCase(object.charAt(0)) + object.substring(1);
        String body = between(types, "export interface " + name + " {", "\n  }\n");

        assertEquals(exported(object), matches(TYPED, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "request", "response", "sessions"})
    void theReferenceNamesWhatIsExported(String object) throws IOException {
        String section = between(
                Files.readString(Path.of("src/site/reference/script-api.md")), "\n## " + object + "\n", "\n## ");
        Set<String> functions = exported(object).stream()
                .filter(member -> !member.matches("[A-Z_]+|HttpCodesReasons"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(functions, matches(DOCUMENTED, section));
    }

    @Test
    void filesOfUploadAreTypedAndDocumented() throws IOException {
        String source = Files.readString(Path.of("src/main/resources/org/scriptingsession/sdk/dirigible-upload.mjs"));
        String types = Files.readString(Path.of("src/main/webapp/WEB-INF/sdk/http.d.ts"));
        String reference = Files.readString(Path.of("src/site/reference/script-api.md"));
        Set<String> functions = matches(FUNCTION, source);
        assertTrue(functions.contains("parseRequest"), functions::toString);

        assertEquals(
                functions,
                matches(TYPED, between(types, "declare module \"@aerokit/sdk/http/upload\" {", "\n  export ")));
        assertEquals(functions, matches(DOCUMENTED, between(reference, "\n## upload\n", "\n## ")));
    }

    private static Set<String> exported(String object) {
        Value members = context.polyglot()
                .eval(ScriptModule.sourceOf(
                        "/sdk:/members-" + object,
                        "import { %s } from 'sdk/http/%s'; export const names = Object.keys(%s);"
                                .formatted(object, object, object)))
                .getMember("names");
        return members.as(new TypeLiteral<List<String>>() {}).stream().collect(Collectors.toCollection(TreeSet::new));
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        assertEquals(true, from >= begin.length(), () -> "no " + begin);
        return text.substring(from, text.indexOf(end, from));
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
