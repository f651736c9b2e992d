package org.salesetl.layout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.SomeProperties;
import org.salesetl.mapping.Column;
import org.salesetl.text.Encoding;
import org.salesetl.text.RefusedFileException;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

class HeaderSnifferTest {

    private final HeaderSniffer sniffer = SomeSniffer.with(SomeProperties.defaults());
    private Path folder;

    @BeforeEach
    void workIn(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "customer_id → CUSTOMERS",
                "customer_id,name,email,city → CUSTOMERS",
                "name,city,custid → CUSTOMERS",
                "product_id → PRODUCTS",
                "product_id,name,category,cost_price,price → PRODUCTS",
                "order_id,customer_id,product_id,order_date,quantity → SALES",
                "sale_id,customer_id,product_id,order_date,quantity,price → SALES",
                "Row ID,Order ID,Order Date,Customer ID,Customer Name,City,Product ID,Category,Quantity → SALES",
                "customer_id,name,Total Orders → CUSTOMERS",
            })
    void recognisesTheKindByItsColumns(String header, Kind kind) throws IOException {
        assertThat(layout(header + "\n1,2,3\n").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "customer_id,name → ` , ` → csv-comma",
                "customer_id;name → ; → csv-semicolon",
                "`customer_id\tname` → `\t` → csv-tab",
                "customer_id|name → | → csv-pipe",
                "customer_id;\"name, or what we call it\" → ; → csv-semicolon",
                "\"customer_id\";\"name\" → ; → csv-semicolon",
            })
    void findsTheDelimiter(String header, String delimiter, String format) throws IOException {
        Layout layout = layout(header + "\n");

        assertThat(layout.delimiter()).isEqualTo(delimiter.length() > 1 ? ',' : delimiter.charAt(0));
        assertThat(layout.csvFormat()).isEqualTo(format);
        assertThat(layout.columns()).containsEntry(Column.CUSTOMER_ID, CellPlaces.at(0));
    }

    @Test
    void knowsWhereEachColumnIsAndIgnoresOthers() throws IOException {
        Layout layout = layout("loyalty,CITY,Customer.Id,e-mail address,\"full\nname\"\n");

        assertThat(layout.columns())
                .isEqualTo(Map.of(
                        Column.CITY,
                        CellPlaces.at(1),
                        Column.CUSTOMER_ID,
                        CellPlaces.at(2),
                        Column.EMAIL,
                        CellPlaces.at(3),
                        Column.NAME,
                        CellPlaces.at(4)));
        assertThat(layout.header()).containsExactly("loyalty", "CITY", "Customer.Id", "e-mail address", "full\nname");
        assertThat(layout.has(Column.EMAIL)).isTrue();
        assertThat(layout.has(Column.PRICE)).isFalse();
    }

    @Test
    void findsTheHeaderBelowBlankLinesAndAByteOrderMark() throws IOException {
        assertThat(layout("\uFEFF\n \t \r\ncustomer_id,name\n").columns())
                .containsKeys(Column.CUSTOMER_ID, Column.NAME);
    }

    @Test
    void findsAHeaderWithoutLineEnd() throws IOException {
        assertThat(layout("product_id;price").kind()).isEqualTo(Kind.PRODUCTS);
    }

    @Test
    void takesRatesForRatesByTheirOwnNamesOnly() throws IOException {
        assertThat(layout("Date;Currency;Rate;source").kind()).isEqualTo(Kind.RATES);
        for (String other : List.of("day,currency,rate", "date,currency,rate,qty,sku", "date,currency,rate,invoice")) {
            assertThatThrownBy(() -> layout(other)).isInstanceOf(RefusedFileException.class);
        }
    }

    @Test
    void readsTheHeaderOfAWindowsFile() throws IOException {
        byte[] bytes = "customer_id,name,größe\nC1,Jürgen,1\n".getBytes(ISO_8859_1);

        assertThat(sniffer.layout(Files.write(folder.resolve("a.csv"), bytes), Encoding.WINDOWS_1252)
                        .kind())
                .isEqualTo(Kind.CUSTOMERS);
    }

    @Test
    void takesTheProperNameOfAnOptionalColumnBeforeItsAliases() throws IOException {
        Layout layout = layout("product_id,unit price,list price,price,description,product name\n");

        assertThat(layout.columns())
                .containsEntry(Column.PRICE, CellPlaces.at(3))
                .containsEntry(Column.NAME, CellPlaces.at(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product_id,customer_id",
                "customer_id,product_id,order_date,name",
                "customer_id,product_id,order_date,quantity",
                "sku,name,Stock Quantity",
                "customer_id,name,amount"
            })
    void takesNothingOfASaleForProductsOrCustomers(String header) {
        assertThatThrownBy(() -> layout(header + "\n1,2,3\n"))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("belongs to sales, so this is no file of products or customers.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product_id,category,Jan 2025,Feb 2025",
                "sku,name,January,February",
                "customer number,customer name,2023,2024",
                "customer_id,Q1 2025,Q2 2025",
                "product_id,name,2025-03-01,2025-03-02"
            })
    void takesNoReportWithAColumnForEachPeriodForProductsOrCustomers(String header) {
        assertThatThrownBy(() -> layout(header + "\n1,2,3\n"))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("is a value or a period and no name of a column."
                        + " A report with a column for each period cannot be loaded: export the single sales.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Customer number,All", "SKU,all articles", "Customer number,4711"})
    void findsTheHeaderOfSalesBelowTheFilterOfAReport(String filter) throws IOException {
        Layout layout = layout(filter + "\nPeriod,March 2025\norder_id,order_date,customer_id,product_id,quantity\n");

        assertThat(layout.kind()).isEqualTo(Kind.SALES);
        assertThat(layout.table().recordsBefore()).isEqualTo(2);
    }

    @Test
    void takesTheFilterOfAReportForNoHeaderIfThatOfTheTableIsUnknown() {
        assertThatThrownBy(() -> layout("Customer number;All\nBeleg;Tag;Ware;Stück\n1;2025-03-01;A1;2\n"))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("but found \"Beleg\", \"Tag\", \"Ware\", \"Stück\" in line 2");
    }

    /** The one name that is known may be that of any list with customers in it. */
    @Test
    void asksAboutSalesThatOnlyNameTheirCustomerAsWeDo() throws IOException {
        Path sales = Files.writeString(folder.resolve("sales.csv"), """
                        id,customer_id,created_at,state,item name,item quantity,item price
                        A,7,2025-03-04,done,Mug,2,12.50
                        B,8,2025-03-05,done,Pot,1,8.00
                        """);
        Path customers = Files.writeString(folder.resolve("customers.csv"), """
                        customer_id,signup date,total spent,orders
                        7,2025-03-04,25.00,2
                        8,2025-03-05,8.00,1
                        """);

        assertThat(sniffer.kind(sales)).isEmpty();
        assertThat(sniffer.guess(sales).orElseThrow().columns())
                .contains(Column.PRODUCT_ID, Column.QUANTITY, Column.PRICE);
        assertThat(sniffer.kind(customers)).contains(Kind.CUSTOMERS);
    }

    @Test
    void readsCustomersAlthoughARowHasTooManyCells() throws IOException {
        assertThat(layout("customer_id,phone\nC1,1,red,green,blue\n").kind()).isEqualTo(Kind.CUSTOMERS);
        assertThat(layout("customer_id,name\nABC,Mug,red,green,blue\n").kind()).isEqualTo(Kind.CUSTOMERS);
    }

    @Test
    void readsProductsInSpanish() throws IOException {
        assertThat(layout("SKU;Nombre;Precio\nA1;Taza;12,50\n").kind()).isEqualTo(Kind.PRODUCTS);
    }

    @Test
    void asksWhichOfTwoColumnsOfMoneyWithOneNameCounts() throws IOException {
        Layout layout = layout("order_id,customer_id,product_id,date,quantity,price,Amount,amount\n");

        assertThat(layout.questions())
                .extracting(Question::topic)
                .containsExactly(new Topic(Subject.COLUMNS, "amount"));
        assertThat(layout("order_id,customer_id,product_id,date,quantity,amount,total\n")
                        .questions())
                .isEmpty();
    }

    @Test
    void asksWhichOfTwoRequiredColumnsCounts() throws IOException {
        assertThat(layout("customer_id,name,Customer Number\n").questions())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.text())
                            .isEqualTo(
                                    "Which column is the customer id? The file has customer_id and Customer Number.");
                    assertThat(question.choices())
                            .extracting(Question.Choice::answer)
                            .containsExactly("customer_id", "Customer Number");
                });
        assertThat(layout("order_id,customer_id,product_id,date,date,quantity\n")
                        .questions())
                .singleElement()
                .satisfies(question -> assertThat(question.choices())
                        .extracting(Question.Choice::answer)
                        .containsExactly("date (column 4)", "date (column 5)"));
    }

    @Test
    void refusesAnUnknownHeaderWithTheColumnsFoundAndNeeded() {
        assertRefused(
                "id;surname;when\n1;2;3\n",
                "Expected a header with the columns of customers, products or sales but found \"id\", \"surname\","
                        + " \"when\". What each kind needs: a customers file needs customer_id; a products file needs"
                        + " product_id; a sales file needs order_id or sale_id, customer_id, product_id, order_date and"
                        + " quantity; a rates file needs date, currency and rate. Correct the first line, or add your column's name to sales-etl.aliases, and drop"
                        + " the file again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\r\n\r", "  \n\t\n", "\uFEFF"})
    void refusesAFileWithoutHeader(String text) {
        assertRefused(text, "Expected a header line with the names of the columns but the file is empty.");
    }

    @Test
    void refusesRowsWithoutHeader() {
        assertThatThrownBy(() -> layout("C1,Ann,ann@example.org,Paris\n"))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("found \"C1\", \"Ann\", \"ann@example.org\", \"Paris\"");
    }

    @Test
    void refusesAHeaderWithAQuoteThatNeverCloses() {
        assertRefused(
                "customer_id,\"name,city\nC1,Ann,Paris\n",
                "Expected every quote in the header to be closed but found one that is not in \"customer_id,\"name,city\"."
                        + " Correct the first line and drop the file again.");
    }

    @Test
    void skipsTheLineByWhichExcelTellsItsDelimiter() throws IOException {
        Layout layout = layout("sep=;\r\ncustomer_id;name\r\nC1;Ann\r\n");

        assertThat(layout.delimiter()).isEqualTo(';');
        assertThat(layout.columns()).containsEntry(Column.CUSTOMER_ID, CellPlaces.at(0));
    }

    @Test
    void guessesWhatUnknownColumnsMayMean() {
        assertThatThrownBy(() -> layout("Kunde;Artikel;Datum;Menge;Bestellung\n"))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContainingAll(
                        "\"Datum\" may be order_date",
                        "\"Kunde\" may be customer_id",
                        "\"Artikel\" may be product_id",
                        "\"Menge\" may be quantity",
                        "\"Bestellung\" may be order_id",
                        "sales-etl.aliases.order_date=Datum");
        assertThatThrownBy(() -> layout("custmer_id,mane\n")).hasMessageContaining("\"custmer_id\" may be customer_id");
    }

    @Test
    void saysThatCellsAreNotSeparated() {
        assertThatThrownBy(() -> layout("ORDER   DATE   CUSTOMER   ITEM\n1   2025-03-05   C1   A1\n"))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("No comma, semicolon, tab or bar separates cells")
                .hasMessageNotContaining("may be");
    }

    @Test
    void refusesAnExportWithoutTheNumberOfItsOrders() throws IOException {
        String header = "Name,Email,Financial Status,Created at,Lineitem name,Lineitem quantity,Lineitem price\n";

        assertThat(layout(header).columns()).containsKey(Column.ORDER_ID);
        assertThatThrownBy(() -> layout(header.replace("Name,", "No,"))).isInstanceOf(RefusedFileException.class);
    }

    @Test
    void readsAHeaderOverTwoLines() throws IOException {
        Layout layout =
                layout("Order,,Customer,,Product,,\nid,date,id,name,id,quantity,price\n1,2025-01-31,C1,Ann,P1,2,3\n");

        assertThat(layout.header())
                .containsExactly(
                        "Order id", "Order date", "Customer id", "Customer name", "Product id", "quantity", "price");
        assertThat(layout.columns().keySet())
                .contains(Column.ORDER_ID, Column.ORDER_DATE, Column.CUSTOMER_ID, Column.PRODUCT_ID);
        assertThat(layout.table().recordsBefore()).isEqualTo(1);
    }

    @Test
    void takesATitleAboveTheHeaderForNoPartOfIt() throws IOException {
        assertThat(layout("Shop,Berlin\norder_id,order_date,customer_id,product_id,quantity\n")
                        .header())
                .startsWith("order_id", "order_date");
    }

    @Test
    void refusesADamagedCompressedFile() throws IOException {
        byte[] bytes = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3};
        Path file = Files.write(folder.resolve("a.csv.gz"), bytes);

        assertThatThrownBy(() -> sniffer.layout(file, Encoding.UTF_8))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith("Expected a complete compressed file but it is damaged");
        assertThat(sniffer.kind(file)).isEmpty();
    }

    @Test
    void knowsAFileOfRejectsThatComesBack() throws IOException {
        assertThat(layout("customer_id,name,_line,_reason\n").rejects()).isTrue();
        assertThat(layout("customer_id,name,_line\n").rejects()).isFalse();
    }

    @Test
    void limitsWhatItQuotesOfAnUnknownHeader() {
        String header = "x".repeat(100) + ",y".repeat(60) + ",\u0000\u0007";

        assertThatThrownBy(() -> layout(header + "\n"))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("\"" + "x".repeat(40) + "…\"")
                .hasMessageContaining("and 12 more")
                .hasMessageNotContaining("\u0000");
    }

    private Layout layout(String text) throws IOException {
        return sniffer.layout(Files.write(folder.resolve("drop.csv"), text.getBytes(UTF_8)), Encoding.UTF_8);
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> layout(text))
                .isInstanceOf(RefusedFileException.class)
                .hasMessage(message);
    }
}
