package org.salesetl.layout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.SomeProperties;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.Drops;
import org.salesetl.inbox.SomeFile;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Terms;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.DecimalMark;
import org.salesetl.text.Encoding;
import org.salesetl.text.RefusedFileException;
import org.salesetl.vocabulary.Subject;

class FileSurveyTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String SALES = "order_id,customer_id,product_id,order_date,quantity,price\n";

    private Path folder;

    @BeforeEach
    void workIn(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource(names = {"UTF_8", "UTF_16LE", "UTF_16BE", "WINDOWS_1252", "ISO_8859_1"})
    void findsTheEncodingAndReadsTheSameText(Encoding encoding) throws IOException {
        // a character that only this encoding, or only those before it, can have
        String city = encoding == Encoding.ISO_8859_1 ? "Köln\u0081" : "Köln “€”";
        byte[] bytes = ("customer_id,city\nC1," + city + "\n").getBytes(Charset.forName(encoding.label()));

        SomeFile file = SomeFile.of(folder, bytes);

        assertThat(file.layout().conventions().encoding()).isEqualTo(encoding);
        assertThat(file.chunks().get(0).raw(0)).isEqualTo("C1," + city);
        assertThat(file.chunks().get(0).line(0)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsPastAByteOrderMark(String charset) throws IOException {
        SomeFile file = SomeFile.of(folder, "\uFEFFcustomer_id,city\r\nC1,Köln\r\n".getBytes(Charset.forName(charset)));

        assertThat(file.layout().columns()).containsEntry(Column.CUSTOMER_ID, CellPlaces.at(0));
        assertThat(file.chunks().get(0).raw(0)).isEqualTo("C1,Köln");
    }

    @Test
    void decidesOverTheWholeFileAndNotItsFirstKilobytes() throws IOException {
        String plain = "customer_id,city\n" + "C1,Paris\n".repeat(100_000);

        assertThat(conventions((plain + "C2,Köln\n").getBytes(WINDOWS_1252)).encoding())
                .isEqualTo(Encoding.WINDOWS_1252);
        assertThat(conventions((plain + "C2,Köln\n").getBytes(UTF_8)).encoding())
                .isEqualTo(Encoding.UTF_8);
    }

    @Test
    void takesAFewDamagedCharactersForDamage() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("customer_id,city\nC1,Köln\nC2,Zürich\nC3,K".getBytes(UTF_8));
        bytes.write("öln\n".getBytes(ISO_8859_1));

        assertThat(conventions(bytes.toByteArray()).encoding()).isEqualTo(Encoding.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xC1, 0xF5, 0xFF, 0x80, 0xBF})
    void knowsWhatIsNoUtf8(int b) throws IOException {
        byte[] bytes = ("customer_id,city\nC1,x" + (char) b + "\n").getBytes(ISO_8859_1);

        assertThat(conventions(bytes).encoding()).isNotEqualTo(Encoding.UTF_8);
    }

    @Test
    void doesWhatTheConfigurationSays() throws IOException {
        Drops drops = SomeFile.drops(SomeProperties.with("encodings.customers", "windows-1252"));
        Path customers = Files.write(folder.resolve("c.csv"), "customer_id,city\nC1,Köln\n".getBytes(UTF_8));
        Path products = Files.write(folder.resolve("p.csv"), "product_id,name\nP1,Öl\n".getBytes(UTF_8));

        assertThat(drops.layout(drops.identify(customers)).conventions().encoding())
                .isEqualTo(Encoding.WINDOWS_1252);
        assertThat(drops.layout(drops.identify(products)).conventions().encoding())
                .isEqualTo(Encoding.UTF_8);
    }

    @Test
    void tellsTheCurrenciesOfAFileInItsWarehouse() throws IOException {
        Path sales = Files.write(
                folder.resolve("s.csv"),
                "order_id,customer_id,product_id,order_date,quantity,price,currency\nO1,C1,P1,2025-01-31,1,5,GBP\n"
                        .getBytes(UTF_8));
        Drops pounds = SomeFile.drops(SomeProperties.with("currency", "GBP"));
        Drops euros = SomeFile.drops(SomeProperties.with("currency", "EUR"));
        Drops any = SomeFile.drops();
        Layout layout = euros.layout(euros.identify(sales));

        assertThat(foreign(pounds.decided(layout, null))).isEmpty();
        assertThat(foreign(euros.decided(layout, null))).containsExactly("GBP");
        assertThat(foreign(euros.decided(layout, "GBP"))).containsExactly("GBP");
        assertThat(foreign(any.decided(layout, "USD"))).containsExactly("GBP");
        Layout first = any.decided(layout, null);
        assertThat(first.conventions().currencies().own()).isEqualTo("GBP");
        assertThat(first.conventions().evidence())
                .contains(
                        "currencies: GBP (line 2); the warehouse has GBP from now on, unless sales-etl.currency says another");
    }

    @Test
    void refusesToAddToAmountsFromBeforeTheConfigurationHasChanged() throws IOException {
        Path sales = Files.write(
                folder.resolve("s.csv"),
                "order_id,customer_id,product_id,order_date,quantity\nO1,C1,P1,2025-01-31,1\n".getBytes(UTF_8));
        Drops euros = SomeFile.drops(SomeProperties.with("currency", "EUR"));
        Layout layout = euros.layout(euros.identify(sales));

        euros.requireSameCurrency(layout, null);
        euros.requireSameCurrency(layout, "EUR");
        SomeFile.drops().requireSameCurrency(layout, "USD");
        assertThatThrownBy(() -> euros.requireSameCurrency(layout, "USD"))
                .isInstanceOf(RefusedFileException.class)
                .hasMessage(
                        "Expected amounts in USD, as in the warehouse, but sales-etl.currency says EUR. Reload the warehouse,"
                                + " and drop rates in EUR; or set sales-etl.currency=USD, and drop the file again.");
    }

    private static List<String> foreign(Layout layout) {
        return layout.conventions().currencies().foreign();
    }

    @Test
    void readsDatesThatDoNotTellAsTheConfigurationSays() throws IOException {
        Path sales = Files.write(
                folder.resolve("s.csv"),
                "order_id,customer_id,product_id,order_date,quantity\nO1,C1,P1,03/04/2024,1\n".getBytes(UTF_8));
        Drops asking = SomeFile.drops();
        Drops told = SomeFile.drops(SomeProperties.with("date-order", "month_first"));
        Drop drop = told.identify(sales);
        Layout byConfiguration = told.decided(told.layout(drop), null);
        Answers dayFirst = Answers.of(Subject.DATES, "day_first");

        assertThat(byConfiguration.conventions().dates()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(byConfiguration.conventions().evidence()).contains("month first: as sales-etl.date-order says");
        assertThat(told.decided(told.layout(drop, null, dayFirst), null)
                        .conventions()
                        .dates())
                .isEqualTo(DateOrder.DAY_FIRST);
        Layout undecided = asking.layout(drop);
        assertThatThrownBy(() -> asking.decided(undecided, null)).isInstanceOf(HeldBackFileException.class);
        assertThatThrownBy(() -> SomeProperties.with("date-order", "year_first"))
                .hasRootCauseMessage("sales-etl.date-order: expected day_first or month_first but found year_first");
    }

    @Test
    void acceptsSalesWithoutACustomerAsAnswered() throws IOException {
        Path sales = Files.write(
                folder.resolve("g.csv"),
                "order_id,customer_id,product_id,order_date,quantity\nO1,,P1,2024-03-31,1\n".getBytes(UTF_8));
        Path customers = Files.write(folder.resolve("c.csv"), "customer_id\nC1\n".getBytes(UTF_8));
        Drops drops = SomeFile.drops(SomeProperties.with("returns", "accept"));
        Answers accept = Answers.of(Subject.GUESTS, "accept");
        Drop ofSales = drops.identify(sales);
        Drop ofCustomers = drops.identify(customers);

        Layout accepting = drops.decided(drops.layout(ofSales, null, accept), null);

        assertThat(accepting.terms()).isEqualTo(new Terms(true, true));
        assertThat(accepting.conventions().evidence())
                .contains("sales without a customer load: as answered for files with these columns");
        assertThat(drops.decided(drops.layout(ofSales, null, Answers.of(Subject.GUESTS, "reject")), null)
                        .terms()
                        .guests())
                .isFalse();
        assertThat(drops.decided(drops.layout(ofCustomers, null, accept), null)
                        .terms()
                        .guests())
                .as("only sales have guests")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, YEAR_FIRST",
        "2025/01/31, YEAR_FIRST",
        "31/01/2025, DAY_FIRST",
        "31.1.2025, DAY_FIRST",
        "1-31-2025, MONTH_FIRST",
        "01/31/2025 10:15, MONTH_FIRST",
        "05/05/2025, DAY_FIRST",
        "04/05/2025, UNDECIDED",
        "31/01/25, DAY_FIRST",
        "04/05/25, UNDECIDED",
        "31 Jan 2025, YEAR_FIRST",
        "20250131, YEAR_FIRST",
        "24-03-31, SHORT_YEAR_FIRST",
        "24-03-05, UNDECIDED",
        "31-03-25, DAY_FIRST",
        "31/02/2025, YEAR_FIRST",
        "soon, YEAR_FIRST",
    })
    void readsOffOneDateWhatComesFirst(String date, DateOrder order) throws IOException {
        assertThat(sales("O1,C1,P1," + date + ",1,2.50").dates()).isEqualTo(order);
    }

    @Test
    void letsOneDateSpeakForTheWholeFileAndSaysWhich() throws IOException {
        String rows =
                "O1,C1,P1,04/05/2025,1,2.50\n".repeat(810) + "O2,C1,P1,31/05/2024,1,2.50\nO3,C1,P1,2025-01-01,1,2.50";

        Conventions conventions = sales(rows);

        assertThat(conventions.dates()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(conventions.evidence()).containsExactly("day first: line 812 has 31/05/2024");
    }

    @Test
    void asksWhereDatesContradictEachOther() throws IOException {
        Layout layout = layoutOfSales("O1,C1,P1,31/05/2024,1,2.50\nO2,C1,P1,05/31/2024,1,2.50");

        assertThat(layout.conventions().dates()).isEqualTo(DateOrder.UNDECIDED);
        assertThat(layout.questions()).singleElement().satisfies(question -> {
            assertThat(question.text())
                    .contains(
                            "line 2 has 31/05/2024, where the day comes first, but line 3 has 05/31/2024, where the month"
                                    + " does");
            assertThat(question.suggested()).isNull();
        });
    }

    @Test
    void asksWhereNoDateTells() throws IOException {
        assertThat(layoutOfSales("O1,C1,P1,03/04/2024,1,2.50").questions())
                .singleElement()
                .satisfies(question ->
                        assertThat(question.text()).contains("line 2 has 03/04/2024, and no other date tells more"));
    }

    @Test
    void suggestsTheReadingWithFewestYears() throws IOException {
        String rows = "O1,C1,P1,24-03-05,1,2.50\nO1,C1,P1,24-03-02,1,2.50\nO1,C1,P1,24-03-09,1,2.50";

        assertThat(layoutOfSales(rows).questions().get(0).suggested()).isEqualTo("short_year_first");
        assertThat(layoutOfSales(rows).questions().get(0).text()).startsWith("What comes first in the dates, the day");
    }

    @Test
    void suggestsTheOrderInWhichDatesGoUp() throws IOException {
        String rows =
                "O1,C1,P1,03/04/2024,1,2.50\nO1,C1,P1,05/04/2024,1,2.50\nO1,C1,P1,02/05/2024,1,2.50\nO1,C1,P1,04/06/2024,1,2.50";

        assertThat(layoutOfSales(rows).questions().get(0).suggested()).isEqualTo("day_first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "12.50 → POINT",
                "\"12,50\" → COMMA",
                "\"1.234,50\" → COMMA",
                "\"1,234.50\" → POINT",
                "\"1,234\" → POINT",
                "1.234 → POINT",
                "\"0,500\" → COMMA",
                "\"12,5O\" → POINT",
                "\"€ 12,50\" → COMMA",
            },
            quoteCharacter = '`')
    void readsOffOnePriceWhatStandsBeforeDecimals(String price, DecimalMark mark) throws IOException {
        assertThat(sales("O1,C1,P1,2025-01-31,1," + price).decimals()).isEqualTo(DecimalMarks.all(mark));
    }

    @Test
    void staysWithThePointWhereBothAreSeen() throws IOException {
        assertThat(sales("O1,C1,P1,2025-01-31,1,\"12,50\"\nO2,C1,P1,2025-01-31,1,12.50")
                        .decimals())
                .isEqualTo(DecimalMarks.POINT);
    }

    @Test
    void decidesForEachColumnOfNumbers() throws IOException {
        Conventions conventions = conventions("""
                order_id;customer_id;product_id;order_date;quantity;price;amount
                1;C;P;2025-01-31;1.000;0,5;12.5
                """.getBytes(UTF_8));

        assertThat(conventions.decimals())
                .isEqualTo(new DecimalMarks(DecimalMark.POINT, Map.of(Column.PRICE, DecimalMark.COMMA)));
        assertThat(conventions.evidence()).containsExactly("decimal comma in price: line 2 has 0,5");
    }

    @Test
    void readsAColumnThatTellsNothingAsTheOthers() throws IOException {
        Conventions conventions = conventions("""
                order_id;customer_id;product_id;order_date;quantity;price
                1;C;P;2025-01-31;1.000;5,45
                """.getBytes(UTF_8));

        assertThat(conventions.decimals().of(Column.QUANTITY)).isEqualTo(DecimalMark.COMMA);
    }

    @Test
    void asksWhereNoNumberTellsTheDecimalMark() throws IOException {
        assertThat(layoutOfSales("O1,C1,P1,2025-01-31,1,\"1,500\"").questions())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.text()).startsWith("Does 1,500 in the column price mean 1500 or 1.5?");
                    assertThat(question.suggested()).isEqualTo("point");
                });
    }

    @Test
    void followsAnotherColumnOfDatesWhereTheDatesOfTheSalesDoNotTell() throws IOException {
        Conventions conventions = conventions("""
                order_id,order_date,delivered,note,customer_id,product_id,quantity
                1,02/01/2025,15/01/2025,2025/13,C,P,1
                2,05/02/2025,,31/12/2024,C,P,1
                """.getBytes(UTF_8));

        assertThat(conventions.dates()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(conventions.evidence())
                .containsExactly("day first: line 2 has 15/01/2025 in delivered", "not used: delivered, note");
    }

    @Test
    void readsAnIdOfSeveralLinesAsThatOfAnOrder() throws IOException {
        Layout layout = SomeFile.of(folder, """
                Transaction ID,customer_id,product_id,order_date,quantity
                T1,C1,P1,2025-01-31,1
                T2,C1,P1,2025-01-31,1
                T2,C1,P2,2025-01-31,1
                """.getBytes(UTF_8)).layout();

        assertThat(layout.columns())
                .containsEntry(Column.ORDER_ID, CellPlaces.at(0))
                .doesNotContainKey(Column.SALE_ID);
        assertThat(layout.conventions().evidence())
                .containsExactly("Transaction ID is the number of an order: line 4 has T2 as the line above");
    }

    @Test
    void leavesAnIdOfASaleWhereLinesOnlyRepeatThemselves() throws IOException {
        Layout layout = SomeFile.of(folder, """
                sale_id,customer_id,product_id,order_date,quantity
                T1,C1,P1,2025-01-31,1
                T1,C1,P1,2025-01-31,1
                ,C1,P1,2025-01-31,1
                ,C1,P2,2025-01-31,1
                """.getBytes(UTF_8)).layout();

        assertThat(layout.columns()).containsEntry(Column.SALE_ID, CellPlaces.at(0));
    }

    @Test
    void namesTheColumnsThatDoNotCount() throws IOException {
        String many = IntStream.rangeClosed(1, 14).mapToObj(i -> "x" + i).collect(Collectors.joining(","));

        assertThat(conventions("customer_id,shoe size,\n1,42,\n".getBytes(UTF_8))
                        .evidence())
                .containsExactly("not used: shoe size");
        assertThat(conventions(("customer_id," + many + "\n1\n").getBytes(UTF_8))
                        .evidence())
                .containsExactly("not used: x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12 and 2 more");
    }

    @Test
    void asksWhereOtherColumnsOfDatesContradictEachOther() throws IOException {
        Conventions conventions = conventions("""
                order_id,order_date,delivered,paid,customer_id,product_id,quantity
                1,02/01/2025,15/01/2025,01/15/2025,C,P,1
                """.getBytes(UTF_8));

        assertThat(conventions.dates()).isEqualTo(DateOrder.UNDECIDED);
    }

    @Test
    void findsCellsBehindQuotedOnes() throws IOException {
        Conventions conventions = conventions("""
                order_id;customer_id;product_id;order_date;quantity;price
                "O;""1";"C
                1";P1;"31.01.2025";1; 1.060,22\s
                """.getBytes(UTF_8));

        assertThat(conventions.dates()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(conventions.decimals()).isEqualTo(DecimalMarks.all(DecimalMark.COMMA));
        assertThat(conventions.evidence())
                .isEqualTo(List.of("day first: line 2 has 31.01.2025", "decimal comma: line 2 has 1.060,22"));
    }

    @Test
    void looksIntoCompressedFiles() throws IOException {
        assertThat(conventions(zipped((SALES + "O1,C1,P1,31/01/2025,1,2.50\n").getBytes(UTF_16LE))))
                .extracting(Conventions::encoding, Conventions::dates)
                .containsExactly(Encoding.UTF_16LE, DateOrder.DAY_FIRST);
    }

    @Test
    void refusesACompressedFileThatExpandsOutOfProportion() throws IOException {
        byte[] bomb = zipped(("customer_id\n" + "\n".repeat(70 << 20)).getBytes(UTF_8));

        assertThatThrownBy(() -> conventions(bomb))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith("Expected a compressed file of at most 200 times its size but found more");
    }

    @Test
    void hashesHeadersThatNameTheSameColumnsAlike() throws IOException {
        assertThat(layout("Customer ID,city\n").headerHash())
                .isEqualTo(layout("customer_id,CITY\n").headerHash())
                .isNotEqualTo(layout("city,customer_id\n").headerHash())
                .hasSize(64);
    }

    @Test
    void takesBlankIdsAtTheEndOfLinesForNoNumberOfAnOrder() throws IOException {
        assertThat(SomeFile.of(folder, """
                customer_id,product_id,order_date,quantity,sale_id
                C1,P1,2025-01-31,1,T1
                C1,P1,2025-01-31,1,T2
                Total,,,2,
                Grand total,,,2,
                """.getBytes(UTF_8)).layout().has(Column.ORDER_ID))
                .isFalse();
        assertThat(SomeFile.of(
                                folder,
                                "customer_id,product_id,order_date,quantity,sale_id\nC1,P1,2025-01-31,1,T1\nC1,P2,2025-01-31,1,T1"
                                        .getBytes(UTF_8))
                        .layout()
                        .has(Column.ORDER_ID))
                .as("the last line has no end")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "document type, Credit note, return",
        "transaction type, refund, return",
        "type, Quotation, neither",
        "Belegart, Gutschrift, return",
    })
    void asksWhatTellsThatARowIsNoSale(String column, String value, String suggested) throws IOException {
        String text = "order_id,customer_id,product_id,order_date,quantity," + column
                + "\nO1,C1,P1,2025-01-31,1,Invoice\nO2,C1,P1,2025-01-31,1," + value + "\n";

        assertThat(SomeFile.of(folder, text.replace("Invoice", "").getBytes(UTF_8))
                        .layout()
                        .questions())
                .extracting(Question::suggested)
                .containsExactly(suggested);
        assertThat(SomeFile.of(folder, text.replace("," + value, ",Order").getBytes(UTF_8))
                        .layout()
                        .questions())
                .isEmpty();
    }

    @Test
    void asksAboutATitleBelowWhichRowsMayBeNoSales() throws IOException {
        String header = "order_id,customer_id,product_id,order_date,quantity\n";
        String text = "Journal\n" + header + "O1,C1,P1,2025-01-31,1\nPage 2,,,,\n" + header
                + "O2,C1,P1,2025-01-31,1\n%s\n%sO3,C1,P1,2025-01-31,1\n";

        for (String title : List.of(
                "Refunds", "Returned goods (2),,,,", "Rückgaben März", "\"Remboursements\"", ",,Cancelled orders,,")) {
            assertThat(SomeFile.of(folder, text.formatted(title, header).getBytes(UTF_8))
                            .layout()
                            .questions())
                    .as(title)
                    .hasSize(1);
        }
        Question question = SomeFile.of(
                        folder, text.formatted("Refunds", header).getBytes(UTF_8))
                .layout()
                .questions()
                .get(0);
        assertThat(question.text()).isEqualTo("Are the rows sales that stand below the title \"Refunds\" in line 7?");
        assertThat(question.suggested()).isEqualTo("return");
        assertThat(SomeFile.of(folder, text.formatted("Refunds", "").getBytes(UTF_8))
                        .layout()
                        .questions())
                .as("without the header once more")
                .hasSize(1);
        for (String title : List.of("Store", "Refunds are shown in another report", "")) {
            assertThat(SomeFile.of(folder, text.formatted(title, header).getBytes(UTF_8))
                            .layout()
                            .questions())
                    .as(title)
                    .isEmpty();
        }
        assertThat(SomeFile.of(folder, (header + "O1,C1,P1,2025-01-31,1\nReturns policy\n").getBytes(UTF_8))
                        .layout()
                        .questions())
                .as("a remark at the end")
                .isEmpty();
    }

    @Test
    void asksNothingAboutReturnsThatAreNegativeAnyway() throws IOException {
        String text = "order_id,customer_id,product_id,order_date,quantity,event type\nO1,C1,P1,2025-01-31,1,Payment\n";

        assertThat(SomeFile.of(folder, (text + "O2,C1,P1,2025-01-31,-1,Refund\n").getBytes(UTF_8))
                        .layout()
                        .questions())
                .isEmpty();
        assertThat(SomeFile.of(folder, (text + "O2,C1,P1,2025-01-31,1,Refund\n").getBytes(UTF_8))
                        .layout()
                        .questions())
                .extracting(question -> question.topic().detail())
                .containsExactly("eventtype=payment", "eventtype=refund");
    }

    @ParameterizedTest
    @CsvSource({"Void?, Yes", "test, true", "financial status, voided"})
    void pointsOutOtherColumnsWhichSayThatARowIsNoSale(String column, String value) throws IOException {
        String text = "order_id,customer_id,product_id,order_date,quantity," + column
                + "\nO1,C1,P1,2025-01-31,1,\nO2,C1,P1,2025-01-31,1," + value + "\n";

        assertThat(conventions(text.getBytes(UTF_8)).evidence())
                .contains(column + " looks like a status and does not count: 1 row has " + value);
        assertThat(conventions(text.replace(value, "no").getBytes(UTF_8)).evidence())
                .noneMatch(evidence -> evidence.contains("looks like a status"));
    }

    @Test
    void takesAWordForWhatCameBackForAReturnInAColumnOfKinds() throws IOException {
        String text = """
                order_id,customer_id,product_id,order_date,quantity,%s
                O1,C1,P1,2025-01-31,1,Verkoop
                O2,C1,P1,2025-01-31,1,Retour
                """;

        assertThat(suggestions(text.formatted("soort"))).containsExactly("return");
    }

    @Test
    void asksWhetherAPriceThatGrowsWithTheQuantityIsThatOfOneUnit() throws IOException {
        String text = """
                order_id,customer_id,product_id,order_date,quantity,price
                O1,C1,P1,2025-01-31,5,10.00
                O2,C1,P1,2025-01-31,2,4.00
                O3,C1,P1,2025-01-31,3,6.00
                O4,C1,P1,2025-01-31,4,8.00
                O5,C1,P1,2025-01-31,6,12.00
                O6,C1,P1,2025-01-31,7,14.00
                O7,C1,P1,2025-01-31,1,%s
                """;

        assertThat(suggestions(text.formatted("2.00"))).containsExactly("amount");
        assertThat(suggestions(text.formatted("4.00"))).as("too few rows").isEmpty();
        assertThat(suggestions(text.formatted("2.00") + "O8,C1,P1,2025-01-31,9,10.00\n"))
                .as("a row says otherwise")
                .isEmpty();
    }

    private List<String> suggestions(String text) throws IOException {
        return SomeFile.of(folder, text.getBytes(UTF_8)).layout().questions().stream()
                .map(Question::suggested)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"payment type, Credit", "product type, Test", "Type of customer, Return", "remark, Refund"})
    void asksNothingAboutColumnsOfSomethingElse(String column, String value) throws IOException {
        String text = "order_id,customer_id,product_id,order_date,quantity," + column
                + "\nO1,C1,P1,2025-01-31,1,Cash\nO2,C1,P1,2025-01-31,1," + value + "\n";

        assertThat(SomeFile.of(folder, text.getBytes(UTF_8)).layout().questions())
                .isEmpty();
    }

    @Test
    void addsNoMoneyOfSeveralCurrenciesThatDoesNotCount() throws IOException {
        String text =
                "order_id,customer_id,product_id,order_date,quantity,price,tax%s\nO1,C1,P1,2025-01-31,1,5,%s\nO2,C1,P1,2025-01-31,1,5,%s\n";

        assertThat(conventions(text.formatted("", "1.00", "2.50").getBytes(UTF_8))
                        .evidence())
                .contains("look like money and do not count: tax (3.50 in all)");
        assertThat(conventions(text.formatted("", "$1.00", "€2.50").getBytes(UTF_8))
                        .evidence())
                .contains("look like money and do not count: tax (in several currencies)");
        assertThat(conventions(text.formatted(",currency", "1.00,USD", "2.50,EUR")
                                .getBytes(UTF_8))
                        .evidence())
                .contains("look like money and do not count: tax (in several currencies)");
    }

    @Test
    void saysThatAnEncodingIsUnknownAndAsksNothingAboutItsColumns() {
        byte[] bytes = "Bestellung,Menü,Größe\n1,A1,2\n".getBytes(Charset.forName("IBM850"));

        assertThatThrownBy(() -> SomeFile.of(folder, bytes))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith(
                        "Expected text in UTF-8, Windows-1252 or another known encoding but found a header with characters")
                .hasMessageContaining("Export the file again as \"CSV UTF-8\"");
    }

    @Test
    void asksAboutNoStatusOfARowThatIsNoSaleByItsForm() throws IOException {
        String text = """
                status,order_id,customer_id,product_id,order_date,quantity
                paid,O1,C1,P1,2025-01-31,1
                status,order_id,customer_id,product_id,order_date,quantity
                %s,O2,C1,P1,2025-01-31,1
                Printed on 1 February,,,,,
                """;

        assertThat(SomeFile.of(folder, text.formatted("paid").getBytes(UTF_8))
                        .layout()
                        .questions())
                .isEmpty();
        assertThat(SomeFile.of(folder, text.formatted("puzzling").getBytes(UTF_8))
                        .layout()
                        .questions())
                .extracting(Question::topic)
                .containsExactly(new Topic(Subject.STATUS, "status=puzzling"));
    }

    @Test
    void takesATotalForTheAmountOnlyIfThereIsNoOther() throws IOException {
        Layout layout = SomeFile.of(
                        folder,
                        "order_id,customer_id,product_id,order_date,quantity,total,line total\nO1,C1,P1,2025-01-31,1,30,25\n"
                                .getBytes(UTF_8))
                .layout();

        assertThat(layout.headerCell(Column.AMOUNT)).isEqualTo("line total");
    }

    private Conventions sales(String rows) throws IOException {
        return conventions((SALES + rows + "\n").getBytes(UTF_8));
    }

    private Layout layoutOfSales(String rows) throws IOException {
        return SomeFile.of(folder, (SALES + rows + "\n").getBytes(UTF_8)).layout();
    }

    private Layout layout(String text) throws IOException {
        return SomeFile.of(folder, text.getBytes(UTF_16BE)).layout();
    }

    private Conventions conventions(byte[] bytes) throws IOException {
        return SomeFile.of(folder, bytes).layout().conventions();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(target)) {
            zip.write(bytes);
        }
        return target.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.25,true", "0,0.05,true", "0.1,2.50,false", "0,0,false"})
    void asksWhetherDiscountsBelowOneAreShares(String one, String other, boolean asks) throws IOException {
        String text = "order_id,customer_id,product_id,order_date,quantity,price,discount\n"
                + "O1,C1,P1,2025-01-31,2,12.50," + one + "\nO2,C1,P1,2025-01-31,4,12.50," + other + "\n";

        List<Question> questions =
                SomeFile.of(folder, text.getBytes(UTF_8)).layout().questions();

        assertThat(questions).hasSize(asks ? 1 : 0).allSatisfy(question -> {
            assertThat(question.topic().about()).isEqualTo(Subject.NUMBERS);
            assertThat(question.text()).contains("All numbers in the column discount are below 1");
            assertThat(question.suggested()).isNull();
        });
    }

    @Test
    void asksWhatACancelledRowIsInAColumnOfAnyName() throws IOException {
        String text =
                "Bon;Datum;Kunde;Artikel;Menge;Preis;Vermerk\nB1;2025-01-31;Bo;Mug;2;12,50;%s\nB2;2025-01-31;Ann;Mug;1;12,50;\n";

        assertThat(SomeFile.of(folder, text.formatted("storniert").getBytes(UTF_8))
                        .layout()
                        .questions())
                .extracting(Question::text)
                .contains("Is a row a sale if its Vermerk is \"storniert\"? Line 2 is the first one.");
        assertThat(SomeFile.of(folder, text.formatted("returned").getBytes(UTF_8))
                        .layout()
                        .questions())
                .extracting(question -> question.topic().about())
                .containsOnly(Subject.COLUMNS);
    }

    @Test
    void asksAboutSalesWithoutACustomerIfItAsksAboutTheColumns() throws IOException {
        String text =
                "Bon;Datum;Kunde;Artikel;Menge;Preis\nB1;2025-01-31;;Mug;2;12,50\nB2;2025-01-31;Ann;Mug;1;12,50\n";

        assertThat(SomeFile.of(folder, text.getBytes(UTF_8)).layout().questions())
                .extracting(Question::text)
                .anyMatch(question -> question.startsWith("Do sales without a customer count? 1 row has no Kunde"));
        assertThat(SomeFile.of(
                                folder,
                                text.replace("B1;2025-01-31;;", "B1;2025-01-31;Bo;")
                                        .getBytes(UTF_8))
                        .layout()
                        .questions())
                .extracting(question -> question.topic().about())
                .containsOnly(Subject.COLUMNS);
    }
}
