package org.salesetl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.text.RefusedFileException;

class JsonTablesTest {

    private static final JsonTable ORDERS_WITH_LINES = new JsonTable(List.of("orders"), List.of("lines"));

    @TempDir
    private Path folder;

    @Test
    void findsTheListsInAnObjectWithTheListsInTheirItems() throws IOException {
        Path document = document("""
                {"page": 1, "customers": [{"id": 7}],
                 "data": {"orders": [{"id": 1, "lines": []}, {"id": 2, "lines": [{"sku": "A", "parts": [{"no": 1}]}]}]}}
                """);

        assertThat(JsonTables.of(document).choices().stream().map(List::toString))
                .containsExactly(
                        List.of(table("customers", ""), table("", "customers")).toString(),
                        List.of(
                                        table("data.orders", ""),
                                        table("data.orders", "lines"),
                                        table("data.orders", "lines.parts"),
                                        table("", "data.orders"),
                                        table("", "data.orders.lines"),
                                        table("", "data.orders.lines.parts"))
                                .toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\": 1, \"lines\": [{\"sku\": \"A\"}]}, {\"id\": 2}]",
                "{\"id\": 1, \"lines\": [{\"sku\": \"A\"}]}\n{\"id\": 2}\n",
                "{\n \"id\": 1,\n \"lines\": [{\"sku\": \"A\"}]\n}\n{\n \"id\": 2\n}\n"
            })
    void takesRootsForTheRowsWhereThereAreSeveral(String text) throws IOException {
        assertThat(JsonTables.of(document(text)).choices()).containsExactly(List.of(table("", ""), table("", "lines")));
    }

    @Test
    void writesARowForEachItemWithTheFieldsOfItsOrder() throws IOException {
        Path document = document("""
                {"orders": [
                  {"id": 1, "customer": {"id": "C7", "tags": ["new", "web"]}, "note": null, "history": [{"at": 1}],
                   "lines": [{"sku": "A", "price": 12.50}, {"sku": "B, \\"large\\"", "price": 1E3}], "placed": "2025-03-01"},
                  {"id": 2, "lines": [], "placed": "2025-03-02"}]}
                """);

        assertThat(written(document, ORDERS_WITH_LINES))
                .containsExactly(
                        "id,customer.id,customer.tags,note,placed,lines[].sku,lines[].price",
                        "1,C7,\"new, web\",,2025-03-01,A,12.50",
                        "1,C7,\"new, web\",,2025-03-01,\"B, \"\"large\"\"\",1000",
                        "2,,,,2025-03-02,,");
    }

    @Test
    void leavesBlankColumnsOutOfAHeaderThatWouldBeTooLong() throws IOException {
        String blank = "x".repeat(100);
        StringBuilder object = new StringBuilder("[{\"id\": 1");
        for (int i = 0; i < 150; i++) {
            object.append(", \"").append(blank).append(i).append("\": null");
        }

        assertThat(written(document(object + "}]"), table("", ""))).containsExactly("id", "1");
    }

    @Test
    void writesOnlyTheFirstRows() throws IOException {
        Path document =
                document("[{\"id\": 1, \"lines\": [{\"a\": 1}, {\"a\": 2}, {\"a\": 3}]}, {\"id\": 2, \"more\": 1}]");

        Path target = folder.resolve("rows.csv");
        JsonTables.of(document).write(table("", "lines"), target, 2);

        assertThat(target).hasContent("id,lines[].a\n1,1\n1,2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\": \"12.50\", \"currency\": \"EUR\"} | price | 12.50 | EUR",
                "{\"value\": 12.5, \"currencyCode\": \"EUR\"} | price | 12.5 | EUR",
                "{\"amount\": 1250, \"divisor\": 100, \"currency_code\": \"USD\"} | price | 12.5 | USD",
                "{\"amount\": 1250, \"currency\": \"USD\"} | base_price_money | 12.50 | USD",
                "{\"amount\": 1250, \"currency\": \"JPY\"} | base_price_money | 1250 | JPY",
                "{\"amount\": 1250, \"currency\": \"USD\"} | price | 1250 | USD",
                "{\"amount\": \"1250\", \"currency\": \"USD\"} | basePriceMoney | 12.50 | USD",
                "{\"amount\": \"1250\", \"currencyCode\": \"USD\"} | shopMoney | 1250 | USD",
                "{\"amount\": \"12.50\", \"currencyCode\": \"USD\"} | presentmentMoney | 12.50 | USD",
            })
    void readsAnAmountWithItsCurrency(String money, String name, String amount, String currency) throws IOException {
        List<String> lines = written(document("[{\"" + name + "\": " + money + "}]"), table("", ""));

        assertThat(lines.get(0)).startsWith(name + "," + name + ".");
        assertThat(lines.get(1)).isEqualTo(amount + "," + currency);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\": 1250, \"divisor\": 3, \"currency\": \"USD\"} | x.amount,x.divisor,x.currency",
                "{\"amount\": 1250, \"divisor\": 0, \"currency\": \"USD\"} | x.amount,x.divisor,x.currency",
                "{\"amount\": \"much\", \"currency\": \"USD\"} | x.amount,x.currency",
                "{\"amount\": 1, \"currency\": \"USD\", \"rate\": 2} | x.amount,x.currency,x.rate",
                "{\"amount\": 1, \"currency\": 978} | x.amount,x.currency",
                "{\"amount\": 1} | x.amount",
                "{\"amount\": 1, \"value\": 2, \"currency\": \"USD\"} | x.amount,x.value,x.currency",
                "{\"amount\": 1E999999999, \"currency\": \"USD\"} | x.amount,x.currency",
                "{\"amount\": \"1E999999999\", \"currency\": \"USD\"} | x.amount,x.currency",
                "{\"amount\": 1E-2147483647, \"divisor\": 10, \"currency\": \"USD\"} | x.amount,x.divisor,x.currency",
            })
    void takesNoOtherObjectForMoney(String object, String header) throws IOException {
        assertThat(written(document("[{\"x\": " + object + "}]"), table("", "")).get(0))
                .isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252"})
    void readsTextInItsEncoding(String charset) throws IOException {
        Path document = folder.resolve("orders.json");
        String mark = charset.startsWith("UTF") ? "\uFEFF" : "";
        Files.write(document, (mark + "[{\"city\": \"Köln\"}]").getBytes(Charset.forName(charset)));

        assertThat(written(document, table("", ""))).containsExactly("city", "Köln");
    }

    @Test
    void readsACompressedDocument() throws IOException {
        Path document = folder.resolve("orders.json.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(document))) {
            gzip.write("[{\"id\": 1}]".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(written(document, table("", ""))).containsExactly("id", "1");
    }

    @Test
    void saysWhereADocumentIsDamaged() throws IOException {
        Path document = document("{\"orders\": [\n{\"id\": 1},\n{\"id\": 2");

        assertThatThrownBy(() -> JsonTables.of(document).choices())
                .isInstanceOf(RefusedFileException.class)
                .hasMessage("Expected a complete document of JSON but it is damaged or was cut off at line 3."
                        + " Export it again and drop it again.");
    }

    /** Written out, the number would fill the memory. */
    @Test
    void writesNoNumberWithMoreDigitsThanAnyAmount() throws IOException {
        assertThat(written(document("[{\"a\": 1E999999999, \"b\": 1E-999999999, \"c\": 2}]"), table("", "")))
                .containsExactly("a,b,c", "1E+999999999,1E-999999999,2");
    }

    @Test
    void readsOneFieldOfEachName() throws IOException {
        assertThat(written(document("[{\"price.net\": \"1\", \"price\": {\"net\": \"2\"}}]"), table("", "")))
                .containsExactly("price.net,price.net 2", "1,2");
    }

    @Test
    void passesOverWhatIsNoItem() throws IOException {
        Path document =
                document("[{\"id\": 1, \"lines\": [null, {\"sku\": \"A\"}, null]}, {\"id\": 2, \"lines\": []}]");

        assertThat(JsonTables.of(document).choices()).containsExactly(List.of(table("", ""), table("", "lines")));
        assertThat(written(document, table("", "lines"))).containsExactly("id,lines[].sku", "1,A", "2,");
    }

    @Test
    void keepsTheLinesThatAreNoObjects() throws IOException {
        Path document = document(
                "{\"id\": 1, \"lines\": [{\"a\": 1}]}\n{oops\n\n7\n{\"id\": 2} and more\n{\"id\": 3, \"lines\": [{\"a\": 3}]}\n");

        assertThat(JsonTables.of(document).choices()).containsExactly(List.of(table("", ""), table("", "lines")));
        assertThat(written(document, table("", "lines")))
                .containsExactly(
                        "id,lines[].a,no_object", "1,1,", ",,{oops", ",,7", ",,\"{\"\"id\"\": 2} and more\"", "3,3,");
    }

    @Test
    void refusesAFieldForEachId() throws IOException {
        StringBuilder text = new StringBuilder("{\"orders\": {");
        for (int id = 1; id <= 60; id++) {
            text.append(id == 1 ? "" : ",").append('"').append(id).append("\": {\"lines\": [{\"sku\": \"A\"}]}");
        }
        Path document = document(text.append("}}").toString());

        assertThatThrownBy(() -> JsonTables.of(document).choices())
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith("Expected at most 50 lists of objects");
    }

    @Test
    void boundsWhatAnOrderMakesOfItsLines() throws IOException {
        String fields = "\"f%d\": null,";
        StringBuilder order = new StringBuilder("[{");
        for (int i = 0; i < 5_000; i++) {
            order.append(fields.formatted(i));
        }
        Path document = document(order + "\"lines\": [" + "{\"a\": 1},".repeat(5_000) + "{\"a\": 1}]}]");

        assertThatThrownBy(() -> written(document, table("", "lines")))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith("Expected a table of at most 200 times the size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1, 2]", "[[\"id\"], [1]]", "7"})
    void refusesADocumentWithoutObjects(String text) throws IOException {
        Path document = document(text);

        assertThatThrownBy(() -> JsonTables.of(document).choices())
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith("Expected a list of objects in this document of JSON");
    }

    /** A list of any length is read; an object that memory has to hold is not. */
    @Test
    void boundsObjectsAndNotLists() throws IOException {
        String long16 = "x".repeat(1 << 16);
        String many = ("{\"a\": \"" + long16 + "\"},").repeat(300);

        assertThat(JsonTables.of(document("{\"rows\": [" + many + "{\"a\": 1}]}"))
                        .choices())
                .containsExactly(List.of(table("rows", "")));
        Path deep = document("[{\"inner\": {\"list\": [" + many + "{\"a\": 1}]}}]");
        assertThatThrownBy(() -> written(deep, table("", "")))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith("Expected objects of at most 16 MiB and 200000 values");
        Path wide = document("[{\"inner\": [" + "{},".repeat(300_000) + "{}]}]");
        assertThatThrownBy(() -> written(wide, table("", "")))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith("Expected objects of at most 16 MiB");
    }

    @Test
    void refusesObjectsInOneAnotherWithoutEnd() throws IOException {
        Path document = document("[" + "{\"a\": ".repeat(5_000) + "1" + "}".repeat(5_000) + "]");

        assertThatThrownBy(() -> JsonTables.of(document).choices())
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("far too deep in one another");
    }

    private static JsonTable table(String base, String rows) {
        return new JsonTable(fields(base), fields(rows));
    }

    private static List<String> fields(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
    }

    private Path document(String text) throws IOException {
        return Files.writeString(folder.resolve("orders.json"), text);
    }

    private List<String> written(Path document, JsonTable table) throws IOException {
        Path target = folder.resolve("rows.csv");
        JsonTables.of(document).write(table, target, Integer.MAX_VALUE);
        return Files.readAllLines(target);
    }
}
