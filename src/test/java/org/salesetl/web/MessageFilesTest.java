package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.audit.Act;
import org.salesetl.layout.LeftOut;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunRequest;
import org.salesetl.load.LedgerEntry;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Origin;
import org.salesetl.openid.SignInProblem;
import org.salesetl.outage.Outage;
import org.salesetl.quarantine.QuarantinedRow;
import org.salesetl.rawdata.DataTable;
import org.salesetl.retention.Subject;
import org.salesetl.validation.Reason;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.vocabulary.Role;

/** Checks the message files: complete in every language, used, and no words beside them. */
class MessageFilesTest {

    private static final Path ENGLISH = MessageFiles.RESOURCES.resolve("messages.properties");

    /** A key of a template, as in {@code #{column.line}} and {@code #{${'reason.' + code}}}. */
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)|#messages\\.msg\\('([\\w.-]+)'\\)");

    private static final Pattern BEGINNING = Pattern.compile("#\\{\\$\\{'([\\w.-]+\\.)' \\+");

    /** The families of keys of which code chooses one by a label. */
    private static final Map<String, List<String>> FAMILIES = Map.ofEntries(
            Map.entry("reason.", Labelled.labels(Reason.class)),
            Map.entry("left-out.", Labelled.labels(LeftOut.Why.class)),
            Map.entry("kind.", Labelled.labels(Kind.class)),
            Map.entry("act.", Labelled.labels(Act.class)),
            Map.entry("role.", Labelled.labels(Role.class)),
            Map.entry("role-does.", Labelled.labels(Role.class)),
            Map.entry("meaning.", Labelled.labels(Column.class)),
            Map.entry("mappings.", Labelled.labels(Origin.class)),
            Map.entry("trigger.", Labelled.labels(RunRequest.Trigger.class)),
            Map.entry("mode.", Labelled.labels(RunRequest.Mode.class)),
            Map.entry("filter.", List.of("from", "to", "category", "city", "product", "customer")),
            Map.entry(
                    "status.",
                    Stream.of(
                                    Labelled.labels(LedgerEntry.Status.class),
                                    Labelled.labels(Run.Status.class),
                                    Labelled.labels(QuarantinedRow.Status.class),
                                    List.of("withdrawn", "left_out", "checked"),
                                    List.of("resolved", "dismissed", "released", "superseded"))
                            .flatMap(List::stream)
                            .toList()),
            Map.entry("table.", List.of("fact_sales", "dim_customer", "dim_product", "dim_date")),
            Map.entry(
                    "data-column.",
                    Stream.of(DataTable.values())
                            .flatMap(table -> table.columns().stream())
                            .distinct()
                            .toList()),
            Map.entry("api.answer.", List.of("200", "201", "202", "204", "problem")),
            Map.entry("api.place.", List.of("path", "query", "body")),
            Map.entry(
                    "retention.",
                    Labelled.labels(Subject.class).stream()
                            .flatMap(subject -> Stream.of(subject, subject + ".lead", subject + ".items"))
                            .toList()),
            Map.entry("pager.", List.of("above", "below")),
            Map.entry("analytics.which-", List.of("product", "customer")),
            Map.entry("column.", List.of("product", "customer")),
            Map.entry("movers.", List.of("category", "product", "customer", "up", "down")),
            Map.entry(
                    "weekday.", List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")),
            Map.entry("sign-in.open-id.", Labelled.labels(SignInProblem.class)),
            Map.entry("progress.then-", Labelled.labels(RunRequest.Mode.class)),
            Map.entry(
                    "outage.",
                    Stream.of(Outage.values())
                            .map(outage -> outage.name().toLowerCase(Locale.ROOT))
                            .toList()));

    static Stream<Path> languages() throws IOException {
        try (Stream<Path> files = Files.list(MessageFiles.RESOURCES)) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("messages_"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEverySentenceWithItsValues(Path file) {
        Map<String, String> english = MessageFiles.of(ENGLISH);
        Map<String, String> other = MessageFiles.of(file);

        assertThat(other.keySet()).containsExactlyElementsOf(english.keySet());
        english.forEach((key, sentence) ->
                assertThat(values(other.getOrDefault(key, ""))).as(key).isEqualTo(values(sentence)));
    }

    @Test
    void everySentenceCanBeWritten() throws IOException {
        for (Path file : Stream.concat(Stream.of(ENGLISH), languages()).toList()) {
            MessageFiles.of(file).forEach((key, sentence) -> {
                Object[] ones = Stream.generate(() -> 1L).limit(6).toArray();
                assertThat(new MessageFormat(sentence, Locale.ENGLISH).format(ones))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("{", "}", "|");
                // a straight apostrophe has a meaning of its own in a MessageFormat
                assertThat(sentence)
                        .as(key)
                        .satisfies(text -> assertThat(text.replace("''", "")).doesNotContain("'", "  "));
            });
        }
    }

    @Test
    void templatesUseKeysThatExist() throws IOException {
        Set<String> keys = MessageFiles.of(ENGLISH).keySet();

        assertThat(keys).containsAll(keysOf(templates()));
        FAMILIES.forEach(
                (family, labels) -> labels.forEach(label -> assertThat(keys).contains(family + label)));
        assertThat(FAMILIES.keySet()).containsAll(families(templates()));
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        String templates = templates();
        String java = everything(Path.of("src/main/java"), ".java");
        String scripts = everything(MessageFiles.RESOURCES.resolve("static/js"), ".js");
        Set<String> used = new TreeSet<>(keysOf(templates));
        FAMILIES.forEach((family, labels) -> labels.forEach(label -> used.add(family + label)));
        Set<String> beginnings = beginnings(java);

        assertThat(MessageFiles.of(ENGLISH).keySet())
                .allSatisfy(key -> assertThat(used.contains(key)
                                || java.contains("\"" + key + "\"")
                                || beginnings.stream().anyMatch(key::startsWith)
                                || templates.contains("'" + key + "'")
                                || scripts.contains("say('" + key.replaceFirst("script\\.", "") + "'"))
                        .as(key)
                        .isTrue());
    }

    /** The first parts of keys to which code adds a label, as in {@code "count." + measure.label()}. */
    private static Set<String> beginnings(String java) {
        return Pattern.compile("\"([a-z]+(?:[.-][a-z-]+)*[.-])\"")
                .matcher(java)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keysOf(String templates) {
        return KEY.matcher(templates)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> families(String templates) {
        return BEGINNING
                .matcher(templates)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String templates() throws IOException {
        return everything(MessageFiles.RESOURCES.resolve("templates"), ".html");
    }

    private static String everything(Path folder, String ending) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** The numbers of the values in a sentence, however often it names them. */
    private static Set<String> values(String sentence) {
        return Pattern.compile("\\{(\\d)")
                .matcher(sentence)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
