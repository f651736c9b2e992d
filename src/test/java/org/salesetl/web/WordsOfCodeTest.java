package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither scripts nor the packages that make pages and charts have sentences of their own: all come from the message files. */
class WordsOfCodeTest {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");

    /** The problems of the API, and what only a developer sees, are English in every installation. */
    private static final Pattern OF_PROGRAMS = Pattern.compile(
            "new (\\w+)?(Exception|Error)\\(.*?;|requireNonNull\\(.*?;|\\.log\\(.*?\\n", Pattern.DOTALL);

    private static final Pattern STRING =
            Pattern.compile("\"\"\".*?\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SCRIPT_STRING = Pattern.compile("'([^'\\n]*)'|`([^`]*)`");

    /** Patterns of dates, and selectors of elements. */
    private static final Pattern NO_WORDS = Pattern.compile("M+ u+|[\\[#>.].*|.*[\\[#>].*");

    @ParameterizedTest
    @ValueSource(strings = {"dashboard", "chart"})
    void packagesHaveNoSentences(String room) throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of("src/main/java/org/salesetl").resolve(room))) {
            for (Path file : files.toList()) {
                assertThat(sentences(Files.readString(file), STRING))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void scriptsHaveNoSentences() throws IOException {
        try (Stream<Path> files = Files.walk(MessageFiles.RESOURCES.resolve("static/js"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                assertThat(sentences(Files.readString(file), SCRIPT_STRING))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    private static List<String> sentences(String code, Pattern string) {
        String shown = OF_PROGRAMS.matcher(COMMENT.matcher(code).replaceAll("")).replaceAll("");
        return string.matcher(shown)
                .results()
                .map(found -> Stream.of(found.group(1), found.groupCount() > 1 ? found.group(2) : null)
                        .filter(text -> text != null)
                        .findFirst()
                        .orElse(""))
                .filter(text ->
                        SENTENCE.matcher(text).find() && !NO_WORDS.matcher(text).matches())
                .toList();
    }
}
