package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packages that write sentences in English, which the database, the API and pages show, write only those that the message files know,
 * so that pages can say them in every language.
 */
class WordsOfFilesTest {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /** What only a developer or the log sees. */
    private static final Pattern OF_PROGRAMS = Pattern.compile(
            "(new (AssertionError|UncheckedIOException|IOException|IllegalArgumentException)|requireNonNull|(?i:log)\\.\\w+"
                    + "|Pattern\\.compile|ofPattern|handleException)\\(.*?\\);|\\.log\\(.*?\\n",
            Pattern.DOTALL);

    /** A reload says with such an exception why it ended; elsewhere it says that a program is wrong. */
    private static final Pattern WRONG_STATES = Pattern.compile("new IllegalStateException\\(.*?\\);", Pattern.DOTALL);

    private static final Set<String> OF_RELOADS = Set.of("run", "archive");

    /** What who runs the service reads in the health and the metrics, in English. */
    private static final Pattern OF_OPERATORS = Pattern.compile(".*(HealthIndicator|Meters)\\.java");

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** Where a sentence ends, and where a value stands. */
    private static final Pattern BORDER =
            Pattern.compile("(?<=[.?!;:]) |^[.?!;:,)] |%,?[sd]|\\\\n|\\d[\\d.,-]*| but found(?=$| )");

    private static final Pattern SENTENCE = Pattern.compile("\\p{Ll}{2} \\p{Ll}{2}");
    private static final Pattern VALUE = Pattern.compile("\\{\\d[^}]*}");

    /** Examples of JSON, notes for who runs the service, words of others, and what no reader causes. */
    private static final Pattern NO_WORDS = Pattern.compile(
            ".*\\{\".*|.*\"file\"|A check changes nothing|There is nothing to wait for"
                    + "|There is no such user|The run could not be entered into the ledger"
                    + "|This file could not be loaded, and nothing of it was kept.|Show the text below to the person who runs"
                    + "|the service, and drop the file again when the problem is solved."
                    + "|Connection is closed|read-only file system|no space left on device|disk quota exceeded|too many open files|not enough space on the disk");

    private final List<String> known = MessageFiles.of("messages.properties").entrySet().stream()
            .filter(message ->
                    message.getKey().startsWith("stored.") || message.getKey().startsWith("outage."))
            .map(message -> VALUE.matcher(message.getValue().replace("''", "'")).replaceAll("\0"))
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer",
                "archive",
                "check",
                "correction",
                "customer",
                "dashboard",
                "forgetting",
                "inbox",
                "json",
                "layout",
                "ledger",
                "leftout",
                "lineage",
                "load",
                "mapping",
                "metric",
                "notation",
                "outage",
                "pipeline",
                "product",
                "quarantine",
                "question",
                "rate",
                "rawdata",
                "registry",
                "run",
                "sale",
                "slice",
                "text",
                "upload",
                "user",
                "validation",
                "web",
                "workbook"
            })
    void areInTheMessageFiles(String room) throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of("src/main/java/org/salesetl").resolve(room))) {
            for (Path file : files.filter(
                            each -> !OF_OPERATORS.matcher(each.toString()).matches())
                    .sorted()
                    .toList()) {
                assertThat(unknown(Files.readString(file), OF_RELOADS.contains(room)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    private List<String> unknown(String code, boolean ofReloads) {
        String shown = OF_PROGRAMS.matcher(COMMENT.matcher(code).replaceAll("")).replaceAll("");
        shown = ofReloads ? shown : WRONG_STATES.matcher(shown).replaceAll("");
        return STRING.matcher(shown)
                .results()
                .map(found -> found.group(1).replace("\\\"", "\"").replace("\\\\", "\\"))
                .flatMap(BORDER::splitAsStream)
                .map(text -> text.strip().replaceFirst("[:;]$", ""))
                .filter(text ->
                        SENTENCE.matcher(text).find() && !NO_WORDS.matcher(text).matches())
                .filter(text -> known.stream().noneMatch(sentence -> sentence.contains(text)))
                .toList();
    }
}
