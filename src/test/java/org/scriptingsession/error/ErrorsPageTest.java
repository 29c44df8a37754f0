// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.scriptingsession.api.ErrorCode;

/** The page of errors is the catalogue. {@code -Dpages.write=true} writes it anew. */
class ErrorsPageTest {
    private static final Path PAGE = Path.of("src/site/reference/errors.md");
    private static final String BY_NUMBER = "## By number\n";
    private static final Map<Integer, String> RANGES = new TreeMap<>(Map.of(
            1, "Settings",
            2, "Scripts and deployment",
            3, "Contexts and limits",
            4, "Session",
            5, "Request and response",
            6, "Values",
            7, "Users, their access and sessions",
            8, "Servers, nodes, and how the product lies in an application",
            9, "Faults of the product"));
    /** Of mistakes whose words are somebody else's: what they are. */
    private static final Map<Mistake, String> WORDS = Map.of(
            Mistake.SCRIPT_FAILED,
            "*the script and place*: *what the script threw*. The log has the stack; mend the script at the place.",
            Mistake.BEAN_UNFIT,
            "*the bean's method*: *what scripts cannot be given of it, and what to take instead*.",
            Mistake.BEAN_FAILED,
            "*the message of the exception that the bean threw*. Catch it, or mend the bean; the log has the exception.");

    private static final String PLACE = "%(\\d\\$)?[.\\d]*[sd]";
    private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");

    @Test
    void itHasEveryNumberWithCodeStatusAndText() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(BY_NUMBER) + BY_NUMBER.length());
        if (Boolean.getBoolean("pages.write")) {
            Files.writeString(PAGE, head + numbers());
        }
        assertEquals(head + numbers(), Files.readString(PAGE));
    }

    @Test
    void itHasEveryCode() throws IOException {
        String codes = Files.readString(PAGE);
        Set<String> documented = CODE.matcher(codes.substring(0, codes.indexOf("## Answers"))
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("\\|")[1])
                        .collect(Collectors.joining()))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new)),
                documented);
    }

    private static String numbers() {
        StringBuilder text = new StringBuilder();
        RANGES.forEach((hundred, title) -> {
            text.append("\n### ").append(title).append("\n\n| Number | Code | Status | Message |\n|---|---|---|---|\n");
            Arrays.stream(Mistake.values())
                    .filter(mistake -> mistake.id().startsWith("SCRIPTING-0" + hundred))
                    .sorted((one, other) -> one.id().compareTo(other.id()))
                    .forEach(mistake -> text.append(row(mistake)));
        });
        return text.toString();
    }

    @Test
    void whatHasNoWordsOfItsOwnIsExplained() {
        assertEquals(
                WORDS.keySet(),
                Arrays.stream(Mistake.values())
                        .filter(mistake -> !mistake.text().replaceAll(PLACE, "").matches(".*[a-z].*"))
                        .collect(Collectors.toSet()));
    }

    private static String row(Mistake mistake) {
        String message = WORDS.getOrDefault(
                mistake, mistake.text().replaceAll(PLACE, "…").replaceAll("[<>*|_\\[]", "\\\\$0"));
        return "| `%s` | `%s` | %d | %s |\n".formatted(mistake.id(), mistake.code(), mistake.status(), message);
    }
}
