package org.salesetl.forgetting;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.salesetl.SqlFile;
import org.salesetl.archive.ArchiveSearch;
import org.salesetl.archive.Rejects;
import org.salesetl.archive.RejectsCsv;
import org.salesetl.check.Checks;
import org.salesetl.layout.PersonalCells;
import org.salesetl.ledger.RunLock;
import org.salesetl.mapping.Column;
import org.salesetl.personal.ForgottenCustomers;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.ConflictException;
import org.salesetl.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets customers. The row of the customer keeps its key and its city, so all sums stay; every other trace of the customer in the
 * tables goes in the same transaction. The archive keeps its files as they were dropped.
 */
@Component
class Forgetting {

    private static final String CUSTOMER = SqlFile.read("forgetting/select-customer");
    private static final String FILES = SqlFile.read("forgetting/select-files");
    private static final String IN_DIMENSION = SqlFile.read("forgetting/forget-in-dimension");
    private static final String IN_PARKED_SALES = SqlFile.read("forgetting/forget-in-parked-sales");
    private static final String QUARANTINED = SqlFile.read("forgetting/select-quarantined");
    private static final String UPDATE_QUARANTINED = SqlFile.read("forgetting/update-quarantined");
    private static final String LEFT_OUT = SqlFile.read("forgetting/select-left-out");
    private static final String UPDATE_LEFT_OUT = SqlFile.read("forgetting/update-left-out");
    private static final String QUESTIONS = SqlFile.read("forgetting/select-questions");
    private static final String UPDATE_QUESTION = SqlFile.read("forgetting/update-question");
    private static final String IN_LEDGER = SqlFile.read("forgetting/forget-in-ledger");
    private static final String IN_DISMISSALS = SqlFile.read("forgetting/forget-in-dismissals");
    private static final String REJECTS_HEADER = SqlFile.read("forgetting/select-rejects-header");
    private static final String REJECTS = SqlFile.read("forgetting/select-rejects");

    private static final String PSEUDONYM = "pseudonym";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RunLock lock;
    private final ArchiveSearch search;
    private final ForgottenCustomers forgotten;
    private final Rejects rejects;
    private final Checks checks;
    private final ObjectMapper json;

    Forgetting(
            JdbcClient statements,
            PlatformTransactionManager transactions,
            RunLock lock,
            ArchiveSearch search,
            ForgottenCustomers forgotten,
            Rejects rejects,
            Checks checks,
            ObjectMapper json) {
        this.jdbc = statements;
        this.transaction = new TransactionTemplate(transactions);
        this.lock = lock;
        this.search = search;
        this.forgotten = forgotten;
        this.rejects = rejects;
        this.checks = checks;
        this.json = json;
    }

    /**
     * What the warehouse knows of a customer.
     *
     * @throws NotFoundException if it knows no such customer
     */
    Plan plan(String id) {
        SqlRow customer = customer(id);
        boolean known = forgotten.isPseudonym(id);
        Set<String> files = loadedFiles(customer);
        files.addAll(known ? forgotten.filesOf(id) : search(customer));
        return new Plan(customer, files.stream().filter(search::has).toList(), known);
    }

    /** The files that rows of the customer have come from, as far as newer files have not replaced the rows. */
    private Set<String> loadedFiles(SqlRow customer) {
        return rows(jdbc.sql(FILES)
                        .param("key", customer.integer("customer_key"))
                        .param("id", customer.text("customer_id")))
                .stream()
                .map(row -> row.text("archived_as"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The files with a name or an address of the customer. A number alone may mean something else. */
    private Set<String> search(SqlRow customer) {
        try {
            return search.filesWith(Person.of(customer, "").texts());
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be searched", e);
        }
    }

    /**
     * Forgets a customer. What has been forgotten cannot be brought back.
     *
     * @return the id under which the sales of the customer stay
     * @throws NotFoundException if the warehouse knows no such customer
     * @throws ConflictException if a run goes on, or if the customer has been forgotten already
     */
    String forget(String id) {
        List<String> files = plan(id).files();
        if (!lock.acquire()) {
            throw new ConflictException("A run is going on. Wait until it has finished, then try again.");
        }
        try {
            return requireNonNull(transaction.execute(status -> {
                SqlRow customer = customer(id);
                if (forgotten.isPseudonym(id)) {
                    throw new ConflictException("This customer has been forgotten already.");
                }
                Person person = Person.of(customer, forgotten.add(id, files));
                forget(person);
                lock.requireHeld();
                return person.pseudonym();
            }));
        } finally {
            lock.release();
        }
    }

    private SqlRow customer(String id) {
        return rows(jdbc.sql(CUSTOMER).param("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no customer " + id + " in the warehouse"));
    }

    private void forget(Person person) {
        jdbc.sql(IN_DIMENSION)
                .param(PSEUDONYM, person.pseudonym())
                .param("key", person.key())
                .update();
        jdbc.sql(IN_PARKED_SALES)
                .param(PSEUDONYM, person.pseudonym())
                .param("id", person.id())
                .update();
        Set<Integer> files = forgetInQuarantine(person);
        forgetInLeftOutRows(person);
        forgetInQuestions(person);
        for (String text : person.texts()) {
            for (String statement : List.of(IN_LEDGER, IN_DISMISSALS)) {
                jdbc.sql(statement)
                        .param("text", text)
                        .param(PSEUDONYM, person.pseudonym())
                        .update();
            }
        }
        try {
            for (int file : files) {
                writeRejects(file);
            }
            checks.forgetReports(report -> person.texts().stream().anyMatch(report::contains));
        } catch (IOException e) {
            throw new UncheckedIOException("The files with the rows of the customer could not be changed", e);
        }
    }

    /** Returns the numbers of the files whose rows have been changed. */
    private Set<Integer> forgetInQuarantine(Person person) {
        Set<Integer> files = new TreeSet<>();
        long after = 0;
        for (List<SqlRow> page = quarantined(person, after); !page.isEmpty(); page = quarantined(person, after)) {
            for (SqlRow row : page) {
                after = row.longInteger("quarantine_id");
                boolean mine = person.id().equals(row.textOrNull("customer_id"));
                String raw = person.record(row, mine);
                if (raw != null) {
                    jdbc.sql(UPDATE_QUARANTINED)
                            .param("raw", raw)
                            .param("faults", faults(row, person))
                            .param("customer", mine ? person.pseudonym() : row.textOrNull("customer_id"))
                            .param("row", after)
                            .update();
                    files.add(row.integer("file_id"));
                }
            }
        }
        return files;
    }

    private List<SqlRow> quarantined(Person person, long after) {
        return rows(jdbc.sql(QUARANTINED)
                .param("after", after)
                .param("id", person.id())
                .param("email", person.email()));
    }

    /** What is wrong with a row, without what it says of the person. */
    private String faults(SqlRow row, Person person) {
        Kind kind = Labelled.of(Kind.class, row.text("kind"));
        JsonNode faults = read(row.text("faults"));
        for (JsonNode fault : faults) {
            String value = fault.path("value").asText("");
            boolean personal = Labelled.find(Column.class, fault.path("column").asText(""))
                    .filter(column -> PersonalCells.isPersonal(column, kind))
                    .isPresent();
            if (!value.isEmpty() && (personal || person.isMe(value))) {
                ((ObjectNode) fault).put("value", person.pseudonym());
                ((ObjectNode) fault)
                        .put("message", fault.path("message").asText("").replace(value, person.pseudonym()));
            }
        }
        return without(faults, person).toString();
    }

    private void forgetInLeftOutRows(Person person) {
        int file = 0;
        int line = 0;
        for (List<SqlRow> page = leftOut(person, file, line); !page.isEmpty(); page = leftOut(person, file, line)) {
            for (SqlRow row : page) {
                file = row.integer("file_id");
                line = row.integer("line");
                String raw = person.record(row, false);
                if (raw != null) {
                    String value = row.textOrNull("value");
                    jdbc.sql(UPDATE_LEFT_OUT)
                            .param("raw", raw)
                            .param("value", value == null ? null : person.without(value))
                            .param("file", file)
                            .param("line", line)
                            .update();
                }
            }
        }
    }

    private List<SqlRow> leftOut(Person person, int file, int line) {
        return rows(jdbc.sql(LEFT_OUT)
                .param("file", file)
                .param("line", line)
                .param("id", person.id())
                .param("email", person.email()));
    }

    private void forgetInQuestions(Person person) {
        for (SqlRow row : rows(jdbc.sql(QUESTIONS))) {
            jdbc.sql(UPDATE_QUESTION)
                    .param("question", person.without(row.text("question")))
                    .param(
                            "evidence",
                            without(read(row.text("evidence")), person).toString())
                    .param("choices", without(read(row.text("choices")), person).toString())
                    .param("id", row.integer("question_id"))
                    .update();
        }
    }

    /** The rejected rows beside an archived file, for people to correct. */
    private void writeRejects(int file) throws IOException {
        Optional<SqlRow> header =
                rows(jdbc.sql(REJECTS_HEADER).param("fileId", file)).stream().findFirst();
        if (header.isPresent()) {
            RejectsCsv csv = rejects.begin(header.get().text("archived_as"), file, header.get());
            while (!csv.isComplete()) {
                csv.append(rows(jdbc.sql(REJECTS).params(csv.parameters())));
            }
        }
    }

    private static JsonNode without(JsonNode json, Person person) {
        if (json instanceof TextNode text) {
            return new TextNode(person.without(text.asText()));
        }
        if (json instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
            fields.forEach(field -> object.set(field.getKey(), without(field.getValue(), person)));
        }
        if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, without(array.get(i), person));
            }
        }
        return json;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the database keeps as JSON cannot be read", e);
        }
    }

    private static List<SqlRow> rows(JdbcClient.StatementSpec statement) {
        return statement.query().listOfRows().stream().map(SqlRow::new).toList();
    }

    /**
     * What the warehouse knows of a customer.
     *
     * @param customer the row of {@code select-customer.sql}
     * @param files the files that are in the archive now and have lines of the customer
     * @param forgotten whether the customer has been forgotten
     */
    record Plan(SqlRow customer, List<String> files, boolean forgotten) {}
}
