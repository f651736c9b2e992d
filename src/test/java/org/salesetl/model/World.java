package org.salesetl.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.salesetl.model.Books.Entry;
import org.salesetl.model.Books.Read;
import org.salesetl.model.Sheet.Origin;

/** The service and the model beside it. Whatever is done is done to both; then both have to say the same. */
final class World {

    private static final CSVFormat HEADED =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final String TILL = """
            name: Till
            kind: sales
            recognised_by: [Bon, Artikel, Art]
            columns:
              sale_id: Pos
              order_id: Bon
              order_date: Tag
              product_id: Artikel
              quantity: Menge
              amount: Summe
            without_customer: accept
            status:
              - {column: Art, neither: [%s], others: sale}
            """;

    final Books books = new Books();
    final Service service;
    /** The runs that have read the tills again, which somebody can undo. */
    final List<Integer> rereadings = new ArrayList<>();

    private final List<Sheet> dropped = new ArrayList<>();
    private int files;
    private int dead;

    World(Service service) {
        this.service = service;
        mapTills(List.of("Storno"));
    }

    String nextName() {
        return "f" + ++files + ".csv";
    }

    void drop(Sheet sheet) {
        drop(nextName(), sheet);
        dropped.add(sheet);
    }

    /** Drops the same content once more under a new name. */
    void dropAgain(int which) {
        drop(nextName(), dropped.get(which % dropped.size()));
    }

    boolean hasDropped() {
        return !dropped.isEmpty();
    }

    /** Drops a file of one new customer that is never dropped again; its name. */
    String dropCustomer() {
        String name = nextName();
        drop(name, Sheet.of(Sheet.Form.CUSTOMERS, List.of(Map.of("customer_id", name, "city", ""))));
        return name;
    }

    private void drop(String name, Sheet sheet) {
        service.drop(name, sheet.text());
        books.drop(name, sheet);
    }

    void run() {
        books.run(start("{\"mode\":\"incremental\"}", "succeeded"));
    }

    /**
     * A reload changes no sale, unless it loads what a dead run has left, or reads files anew after somebody has accepted sales without a
     * customer: then such a sale comes back although it was dismissed, and one that is the first of its id in the file counts.
     */
    void reload() {
        boolean changesNothing = books.claimed.isEmpty() && !books.acceptsGuests();
        List<String> before = books.sales();
        books.reload(start("{\"mode\":\"reload\"}", "succeeded"));
        if (changesNothing) {
            assertThat(books.sales()).as("sales before and after a reload").isEqualTo(before);
        }
    }

    boolean hasEmptyInbox() {
        return books.waiting().isEmpty();
    }

    boolean hasDrops() {
        return !books.inbox.isEmpty();
    }

    /** A run dies while it has a file in hand: the file lies where it was claimed, and the ledger has a run that has not ended. */
    void dieBeforeCommit(int which) {
        Books.Drop chosen = books.inbox.get(which % books.inbox.size());
        if (books.claimed.add(chosen.name())) {
            claim(service.inbox().resolve(chosen.name()), chosen.name());
        }
        leaveRunOpen();
    }

    /** Whether no dead run has left a file. */
    boolean hasNothingClaimed() {
        return books.claimed.isEmpty() && books.files.values().stream().allMatch(read -> read.place != null);
    }

    boolean canDieBeforeArchive() {
        return books.newest()
                .filter(read -> !read.reloaded && read.place != null)
                .isPresent();
    }

    /** A run dies between the commit of the newest file and its place in the archive. */
    void dieBeforeArchive() {
        Read read = books.newest().orElseThrow();
        for (Path file : files(service.archive())) {
            String place = place(file);
            if (place.equals(read.place)) {
                claim(file, read.name);
            } else if (place.equals(Books.rejectsBeside(String.valueOf(read.place)))) {
                file.toFile().delete();
            }
        }
        service.update("UPDATE etl_file SET archived_as = NULL WHERE status = 'loaded' AND name = '" + read.name
                + "' ORDER BY file_id DESC LIMIT 1");
        books.takeOutOfArchive(read);
        leaveRunOpen();
    }

    private void claim(Path file, String name) {
        try {
            Path own = Files.createDirectories(service.inbox().resolve(".work/of-a-dead-run-" + ++dead));
            Files.move(file, own.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if another instance had died, and its lease had not run out: until somebody asks for a run, none begins. */
    private void leaveRunOpen() {
        service.update("UPDATE run_lease SET holder = 'dead', expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR");
        service.update("INSERT INTO etl_run (triggered_by, mode, status, started_at)"
                + " VALUES ('watch', 'incremental', 'running', UTC_TIMESTAMP(6))");
    }

    boolean hasRejects() {
        return !rejectsFiles().isEmpty();
    }

    private List<Read> rejectsFiles() {
        return books.files.values().stream()
                .filter(read -> read.place != null && books.archive.contains(Books.rejectsBeside(read.place)))
                .toList();
    }

    /** Somebody corrects the file of rejects that lies in the archive, and drops it. */
    void dropRejects(Deeds.Correction correction) {
        List<Read> choice = rejectsFiles();
        Read read = choice.get(correction.which() % choice.size());
        Path file = files(service.archive()).stream()
                .filter(archived -> place(archived).equals(Books.rejectsBeside(String.valueOf(read.place))))
                .findFirst()
                .orElseThrow();
        Map<String, String> cells = correction.of(read.sheet.form());
        List<Map<String, String>> lines = new ArrayList<>();
        List<Origin> origins = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        StringWriter text = new StringWriter();
        try (CSVParser rejects = CSVParser.parse(file, UTF_8, HEADED);
                CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(rejects.getHeaderNames());
            for (CSVRecord row : rejects) {
                Map<String, String> line = new TreeMap<>(row.toMap());
                line.putAll(cells);
                printer.printRecord(
                        rejects.getHeaderNames().stream().map(line::get).toList());
                lines.add(line);
                reasons.add(row.get("_reason"));
                origins.add(new Origin(read.sheet.identity(), Integer.parseInt(row.get("_line"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = nextName();
        service.drop(name, text.toString());
        books.drop(name, Sheet.ofRejects(read.sheet.form(), lines, origins, reasons));
    }

    void reread() {
        int run = start("{\"mode\":\"reload\",\"mapping\":\"Till\"}", "succeeded");
        rereadings.add(run);
        books.reread(run);
    }

    void undo(int which) {
        int undone = rereadings.get(which % rereadings.size());
        books.undo(undone, start("{\"mode\":\"reload\",\"mapping\":\"Till\",\"undo\":" + undone + "}", "succeeded"));
    }

    void mapTills(List<String> leftOut) {
        service.saveMapping("Till", TILL.formatted(String.join(", ", leftOut)));
        books.mapTills(Set.copyOf(leftOut));
    }

    boolean asksAboutDates() {
        return books.asksAboutDates();
    }

    void answerDates(boolean dayFirst) {
        answer(books.held.get(0).name(), "dates", dayFirst ? "day_first" : "month_first");
        books.answerDates(dayFirst, lastRun());
    }

    boolean hasGuests() {
        return !books.formsWithGuests().isEmpty();
    }

    void answerGuests(boolean accept) {
        var form = books.formsWithGuests().entrySet().iterator().next();
        answerGuests(form.getValue(), accept);
        books.answerGuests(form.getKey(), accept, lastRun());
    }

    boolean hasRejected() {
        return !rejected().isEmpty();
    }

    private List<Entry> rejected() {
        return books.entries.stream()
                .filter(entry -> entry.status.equals("rejected"))
                .toList();
    }

    void correct(Deeds.Correction correction) {
        List<Entry> rejected = rejected();
        Entry chosen = rejected.get(correction.which() % rejected.size());
        List<Entry> rows = correction.all()
                ? rejected.stream().filter(entry -> entry.file == chosen.file).toList()
                : List.of(chosen);
        Map<String, String> cells = correction.of(chosen.file.sheet.form());
        String ids = rows.stream().map(row -> String.valueOf(id(row))).collect(Collectors.joining(","));
        String json = cells.entrySet().stream()
                .map(cell -> "\"" + cell.getKey() + "\":\"" + cell.getValue() + "\"")
                .collect(Collectors.joining(","));
        post("/api/quarantine/retry", "{\"ids\":[" + ids + "],\"cells\":{" + json + "}}");
        service.awaitEnd();
        books.correct(rows, cells, lastRun());
    }

    boolean hasWaiting() {
        return books.entries.stream().anyMatch(Entry::waits);
    }

    void dismiss(int which) {
        List<Entry> waiting = books.entries.stream().filter(Entry::waits).toList();
        Entry chosen = waiting.get(which % waiting.size());
        post("/api/quarantine/dismiss", "{\"ids\":[" + id(chosen) + "]}");
        books.dismiss(chosen);
    }

    boolean hasRereadings() {
        return !rereadings.isEmpty();
    }

    /** Answers what happens to sales without a customer in files with the columns of this one. */
    private void answerGuests(String name, boolean accept) {
        int file = Integer.parseInt(
                service.query("SELECT MAX(file_id) FROM etl_file WHERE name = '" + name + "' AND status = 'loaded'")
                        .get(0));
        post(
                "/api/questions/answers",
                "{\"file\":" + file + ",\"answers\":{\"" + -file + "\":\"" + (accept ? "accept" : "reject") + "\"}}");
        service.awaitEnd();
    }

    /** Answers a question of the file that asks it. */
    void answer(String file, String about, String answer) {
        JsonNode question = StreamSupport.stream(
                        service.get("/api/questions?limit=100")
                                .path("questions")
                                .spliterator(),
                        false)
                .filter(asked -> asked.path("name").asText().equals(file)
                        && asked.path("about").asText().equals(about))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no question about " + about + " of " + file));
        post(
                "/api/questions/answers",
                "{\"file\":" + question.path("file").asInt() + ",\"answers\":{\""
                        + question.path("id").asInt() + "\":\"" + answer + "\"}}");
        service.awaitEnd();
    }

    /** The number of a row of the model in the quarantine of the service. */
    long id(Entry entry) {
        int at = books.entries.stream()
                .filter(other -> isAt(other, entry))
                .toList()
                .indexOf(entry);
        List<String> ids =
                service.query("SELECT q.quarantine_id FROM quarantine q JOIN etl_file f ON f.file_id = q.file_id"
                        + " WHERE f.name = '" + entry.file.name + "' AND q.line = " + entry.line + " ORDER BY 1");
        return Long.parseLong(ids.get(at));
    }

    private static boolean isAt(Entry one, Entry other) {
        return one.file.name.equals(other.file.name) && one.line == other.line;
    }

    /** Ends the lease of a dead run. */
    void endDeadLease() {
        service.update("UPDATE run_lease SET holder = NULL, expires_at = UTC_TIMESTAMP(6) WHERE holder = 'dead'");
    }

    /** Sends what the service has to take. */
    private void post(String path, String json) {
        endDeadLease();
        assertThat(service.post(path, json)).as(path + " " + json).isBetween(200, 299);
    }

    private int start(String body, String end) {
        post("/api/etl/runs", body);
        service.awaitEnd();
        List<String> run = service.query("SELECT status, message, run_id FROM etl_run ORDER BY run_id DESC LIMIT 1");
        assertThat(run.get(0)).as(body).startsWith(end + "|");
        return lastRun();
    }

    int lastRun() {
        return Integer.parseInt(service.query("SELECT MAX(run_id) FROM etl_run").get(0));
    }

    /** Whether service and model agree on everything. */
    void compare() {
        assertThat(service.query("""
                        SELECT sale_id, order_id, customer_id, product_id, date_key, quantity, revenue
                        FROM fact_sales f
                          JOIN dim_customer c ON c.customer_key = f.customer_key
                          JOIN dim_product p ON p.product_key = f.product_key
                        ORDER BY sale_id""")).as("sales").isEqualTo(books.sales());
        assertThat(service.query("""
                        SELECT f.name, q.line, q.status, IF(q.status IN ('rejected', 'parked'), q.reasons, '')
                        FROM quarantine q JOIN etl_file f ON f.file_id = q.file_id""")).as("quarantine").containsExactlyInAnyOrderElementsOf(books.quarantine());
        assertThat(
                        String.join(
                                "\n",
                                service.query(
                                        "SELECT customer_id, city FROM dim_customer WHERE customer_id <> '' ORDER BY customer_id")))
                .as("customers")
                .isEqualTo(books.cities());
        assertThat(service.query("SELECT DISTINCT name, status, archived_as FROM etl_file").stream()
                        .map(World::withoutDay)
                        .sorted()
                        .toList())
                .as("ledger")
                .isEqualTo(books.ledger());
        assertThat(names(service.inbox())).as("inbox").isEqualTo(books.waiting());
        assertThat(paths(service.archive())).as("archive").isEqualTo(List.copyOf(books.archive));
        JsonNode questions = service.get("/api/questions?limit=100").path("questions");
        List<String> asked = new ArrayList<>();
        questions.forEach(question -> asked.add(
                question.path("name").asText() + "|" + question.path("about").asText()));
        assertThat(asked).as("questions").containsExactlyInAnyOrderElementsOf(books.questions());
        JsonNode figures = service.get("/api/key-figures");
        assertThat(List.of(
                        figures.path("revenue").asText(),
                        figures.path("orders").asText(),
                        figures.path("units").asText(),
                        figures.path("customers").asText()))
                .as("key figures")
                .isEqualTo(books.keyFigures());
        service.assertBooksBalance();
    }

    private static String withoutDay(String path) {
        return path.replaceFirst("\\d{4}/\\d\\d/\\d\\d", "today");
    }

    private static List<String> names(Path folder) {
        return files(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.endsWith(".in-hand"))
                .sorted()
                .toList();
    }

    private List<String> paths(Path folder) {
        return files(folder).stream().map(this::place).sorted().toList();
    }

    private String place(Path archived) {
        return withoutDay(service.archive().relativize(archived).toString().replace('\\', '/'));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
