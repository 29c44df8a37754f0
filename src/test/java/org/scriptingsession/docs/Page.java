// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of Markdown, as far as tests look at it. */
record Page(Path path, List<String> lines) {
    private static final Pattern FENCE = Pattern.compile("```(\\S*)");
    private static final Pattern NOTE = Pattern.compile("<!-- ([a-z ]+): (.*) -->");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static Page of(String path) {
        return of(Path.of(path));
    }

    static Page of(Path path) {
        try {
            return new Page(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }

    /** All pages that users read, in the order of their paths. */
    static List<Page> all() {
        return Stream.of(
                        "README.md",
                        "CONTRIBUTING.md",
                        "CHANGELOG.md",
                        ".github",
                        "deploy",
                        "src/site",
                        "src/samples",
                        "src/bench")
                .flatMap(Page::below)
                .sorted()
                .map(Page::of)
                .toList();
    }

    /** Those that the site has. */
    static List<Page> documentation() {
        return all().stream().filter(page -> !page.path.startsWith(".github")).toList();
    }

    static boolean isNote(String line) {
        return NOTE.matcher(line).matches();
    }

    private static Stream<Path> below(String root) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(".md")).filter(file -> !built(file)).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(root + " cannot be read", e);
        }
    }

    private static boolean built(Path file) {
        return Stream.of("target", "node_modules")
                .anyMatch(name -> file.toString().contains("/" + name + "/"));
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Map<String, String> notes = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            Matcher note = NOTE.matcher(lines.get(i));
            if (note.matches()) {
                notes.merge(note.group(1), note.group(2), (above, below) -> above + "\n" + below);
            } else if (fence.matches()) {
                int end = lines.subList(i + 1, lines.size()).indexOf("```") + i + 1;
                String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
                blocks.add(new Block(path, i + 1, fence.group(1), Map.copyOf(notes), text));
                notes.clear();
                i = end;
            } else if (!notes.isEmpty()) {
                throw new IllegalStateException(path + ":" + i + ": a note stands right before a block");
            }
        }
        return blocks;
    }

    /** The rest: neither blocks nor what is between backticks. */
    private List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines) {
            if (FENCE.matcher(line).matches()) {
                fenced = !fenced;
            } else if (!fenced) {
                prose.add(line);
            }
        }
        return prose;
    }

    /** Where links lead, images included. */
    List<String> links() {
        return prose().stream()
                .flatMap(line ->
                        LINK.matcher(CODE.matcher(line).replaceAll("code")).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** Rows of the tables below a heading, up to the next of its rank, that begin with something between backticks. */
    List<String> rows(String heading) {
        int from = lines.indexOf(heading) + 1;
        if (from == 0) {
            throw new IllegalStateException(path + " has no heading \"" + heading + "\"");
        }
        String rank = heading.substring(0, heading.indexOf(' ') + 1);
        return lines.stream()
                .skip(from)
                .takeWhile(line -> !line.startsWith(rank))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    /** Names and values of a table's first two columns. */
    Map<String, String> pairs(String heading) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String row : rows(heading)) {
            String[] cells = row.split("(?<!\\\\)\\|");
            pairs.put(cells[1].strip(), cells[2].strip());
        }
        return pairs;
    }
}
