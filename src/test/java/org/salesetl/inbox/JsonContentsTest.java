package org.salesetl.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;
import org.salesetl.layout.HeaderSniffer;
import org.salesetl.layout.SomeSniffer;
import org.salesetl.text.RefusedFileException;

/** Which of the lists in a document are taken. What their columns mean, {@code UnknownSourcesTest} says. */
class JsonContentsTest {

    private static final String ORDER = "'id': 7, 'created_at': '2025-03-01', 'customer': 'Ann', 'total': '30.00'";
    private static final String LINE = "'sku': 'A', 'quantity': 2, 'price': '5.00'";

    private Path folder;
    private Containers containers;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        this.folder = folder.resolve("inbox");
        SalesEtlProperties properties = SomeProperties.with("inbox", this.folder.toString());
        HeaderSniffer sniffer = SomeSniffer.with(properties);
        Inbox inbox = new Inbox(properties, new LoadOrder(sniffer), Clock.systemUTC(), Clock.systemUTC());
        containers = new Containers(inbox, sniffer, properties);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // each line once, whatever taxes and discounts it has
                "{'orders': [{ORDER, 'lines': [{LINE, 'discounts': [{'amount': '1.00'}, {'amount': '0.50'}]}]}]} | x.lines.csv",
                "{'orders': [{ORDER, 'lines': [{LINE, 'taxes': [{'rate': 0.1, 'price': 1}, {'rate': 0.2, 'price': 2}]}]}]} | x.lines.csv",
                "{'sales': [{ORDER, LINE, 'discounts': [{'amount': '1.00'}, {'amount': '0.50'}]}]} | x.sales.csv",
                // what the export says of itself is no part of a sale
                "{'date': '2025-04-01', 'currency': 'EUR', 'sales': [{ORDER, LINE}]} | x.sales.csv",
                // unless a sale lacks it
                "{'date': '2025-04-01', 'sales': [{'id': 7, LINE}]} | x.sales.csv",
                "{ORDER, 'lines': [{LINE}]} | x.lines.csv",
                "{'orders': [{ORDER, 'deliveries': [{'day': 1, 'lines': [{LINE}]}]}]} | x.deliveries.lines.csv",
                "{'data': {'orders': [{ORDER, LINE}], 'errors': [{'code': 1}]}} | x.data.orders.csv",
                "[{ORDER, LINE}] | x.rows.csv"
            })
    void takesTheOutermostListThatSaysAll(String document, String part) throws IOException {
        Contents contents = containers.unpackBeside(document(document));

        assertThat(contents.parts()).containsExactly(part);
    }

    @Test
    void saysWhichListsAreNotTaken() throws IOException {
        Contents contents = containers.unpackBeside(
                document("{'orders': [{ORDER, LINE}], 'warnings': [{'text': 'x'}, {'text': 'y'}]}"));

        assertThat(contents.words())
                .isEqualTo("Holds x.orders.csv. Not taken: warnings. They look like no customers, products or sales");
    }

    @Test
    void takesAllListsThatAMappingKnows() throws IOException {
        Contents contents = containers.unpackBeside(document(
                "{'customers': [{'customer_id': 'C1', 'name': 'Ann'}], 'products': [{'product_id': 'A', 'name': 'Cup', 'price': 5}],"
                        + " 'sales': [{'sale_id': 1, 'order_id': 1, 'customer_id': 'C1', 'product_id': 'A', 'order_date': '2025-03-01',"
                        + " 'quantity': 1, 'price': 5}], 'log': [{'a': 1}]}"));

        assertThat(contents.parts()).containsExactly("x.customers.csv", "x.products.csv", "x.sales.csv");
    }

    @Test
    void writesADateOfTheDocumentIntoEachRowThatLacksOne() throws IOException {
        Path document = document("{'date': '2025-04-01', 'sales': [{'id': 7, LINE}, {'id': 8, LINE}]}");

        List<String> parts = containers.unpackBeside(document).parts();

        assertThat(Files.readAllLines(folder.resolve(parts.get(0))))
                .containsExactly(
                        "date,sales[].id,sales[].sku,sales[].quantity,sales[].price",
                        "2025-04-01,7,A,2,5.00",
                        "2025-04-01,8,A,2,5.00");
    }

    @Test
    void refusesListsOfOtherThingsInWords() throws IOException {
        Path document = document("{'users': [{'login': 'ann', 'shell': 'sh'}], 'groups': [{'gid': 1}]}");

        assertThatThrownBy(() -> containers.unpackBeside(document))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith("No list here is of customers, products or sales. List \"users\": ");
        try (var left = Files.list(folder)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(document);
        }
    }

    private Path document(String text) throws IOException {
        return Files.writeString(
                folder.resolve("x.json"),
                text.replace("ORDER", ORDER).replace("LINE", LINE).replace('\'', '"'));
    }
}
