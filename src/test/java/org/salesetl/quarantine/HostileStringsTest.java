package org.salesetl.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.SomeProperties;
import org.salesetl.text.Text;

/** Strings that break careless programs arrive unchanged in the database, in JSON, on pages and from the quarantine. */
@Tag("variants")
class HostileStringsTest extends ApiTest {

    private static final Path HOSTILE = Path.of("../shared/examples/hostile");
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 255;

    private List<String> strings = List.of();

    @BeforeEach
    void readStrings() throws IOException {
        assumeThat(HOSTILE).as("the example data beside the project").isDirectory();
        Set<String> distinct = new LinkedHashSet<>();
        for (String file : List.of("naughty-strings.txt", "formula-payloads.txt")) {
            for (String line : Files.readString(HOSTILE.resolve(file), UTF_8).split("\r?\n", -1)) {
                // the contract strips, refuses or leaves out some strings, so these cannot arrive unchanged
                boolean arrives = !line.isEmpty()
                        && Text.strip(line).equals(line)
                        && line.codePointCount(0, line.length()) <= LONGEST_TEXT
                        && !Text.hasControlCharacter(line)
                        && !SomeProperties.defaults().nullWords().contains(line);
                if (arrives) {
                    distinct.add(line);
                }
            }
        }
        strings = List.copyOf(distinct);
        assertThat(strings).hasSizeGreaterThan(300);
    }

    @Test
    void arriveInTheDatabaseInJsonAndOnPages() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < strings.size(); i++) {
            String text = strings.get(i);
            rows.add(List.of(text.codePointCount(0, text.length()) <= LONGEST_ID ? text : "C" + i, text, text));
        }
        warehouse.drop("customers.csv", csv(List.of("customer_id", "name", "city"), rows));

        warehouse.run();

        assertThat(warehouse.entry("customers.csv").outcomes())
                .containsExactly(strings.size(), strings.size(), 0, 0, 0, 0);
        List<String> expected = rows.stream().map(row -> String.join("|", row)).toList();
        assertThat(warehouse.query("SELECT customer_id, name, city FROM dim_customer ORDER BY source_line"))
                .isEqualTo(expected);
        List<String> served = new ArrayList<>();
        for (int offset = 0; offset < strings.size(); offset += 500) {
            JsonNode data = api.get("/api/data/dim_customer?sort=customer_key&limit=500&offset=" + offset)
                    .json();
            int name = indexOf(data.path("columns"), "name");
            data.path("rows").forEach(row -> served.add(row.get(name).asText()));
        }
        assertThat(served).isEqualTo(strings);
        String page = api.get("/data/dim_customer?sort=customer_key&limit=500").text();
        assertThat(strings)
                .filteredOn(text -> text.matches(".*<\\w.*[>=].*"))
                .hasSizeGreaterThan(50)
                .allSatisfy(text -> assertThat(page.contains(text)).as(text).isFalse());
    }

    @Test
    void comeBackFromTheQuarantineAsTheyWere() throws IOException {
        warehouse.drop(
                "customers.csv",
                csv(
                        List.of("customer_id", "name", "city"),
                        strings.stream().map(text -> List.of("", text, text)).toList()));
        warehouse.run();
        assertThat(warehouse.entry("customers.csv").rejected()).isEqualTo(strings.size());
        String rejects = api.get("/api/quarantine.csv?file=customers.csv").text();

        List<List<String>> corrected = new ArrayList<>();
        List<String> header = List.of();
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(rejects))) {
            for (CSVRecord record : parser) {
                if (header.isEmpty()) {
                    header = record.toList();
                } else {
                    List<String> row = new ArrayList<>(record.toList());
                    assertThat(row.get(1)).as("a spreadsheet would run it").doesNotMatch("(?s)[=@].*");
                    row.set(0, "C" + corrected.size());
                    corrected.add(row);
                }
            }
        }
        warehouse.drop("corrected.csv", csv(header, corrected));
        warehouse.run();

        assertThat(warehouse.query("SELECT name FROM dim_customer ORDER BY source_line"))
                .isEqualTo(strings);
        assertThat(warehouse.query("SELECT city FROM dim_customer ORDER BY source_line"))
                .isEqualTo(strings);
        assertThat(warehouse.count("SELECT COUNT(*) FROM quarantine WHERE status = 'resolved'"))
                .isEqualTo(strings.size());
        assertThat(api.get("/api/quarantine").json().path("total").asInt()).isZero();
    }

    private static int indexOf(JsonNode names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).asText().equals(name)) {
                return i;
            }
        }
        throw new AssertionError("There is no column " + name);
    }

    private static byte[] csv(List<String> header, List<List<String>> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            printer.printRecords(rows);
        }
        return text.toString().getBytes(UTF_8);
    }
}
