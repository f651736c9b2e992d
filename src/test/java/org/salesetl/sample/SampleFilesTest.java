package org.salesetl.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SalesEtlProperties.Sample;
import org.salesetl.SomeProperties;

class SampleFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Sample DEFAULT = new Sample(null, 200, 50, 3000, 42);
    private static final Set<String> CATEGORIES =
            Set.of("Electronics", "Clothing", "Books", "Home & Kitchen", "Toys", "Sports");

    private static Path defaultFolder;
    private static SampleJudge.Verdict customers;
    private static SampleJudge.Verdict products;
    private static SampleJudge.Verdict sales;

    private Path folder;

    @BeforeAll
    static void writeAndJudgeTheDefaultFiles(@TempDir Path shared) throws IOException {
        defaultFolder = shared;
        List<SampleJudge.Verdict> verdicts = writeAndJudge(DEFAULT, defaultFolder);
        customers = verdicts.get(0);
        products = verdicts.get(1);
        sales = verdicts.get(2);
    }

    @BeforeEach
    void startWithAnEmptyFolder(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void writesThreeFilesWithTheirHeadersAndNothingElse() throws IOException {
        List<Path> files = sampleFiles(new Sample(null, 5, 5, 5, 1), TODAY).writeTo(folder.resolve("new/inbox"));

        assertThat(files)
                .containsExactly(
                        folder.resolve("new/inbox/customers.csv"),
                        folder.resolve("new/inbox/products.csv"),
                        folder.resolve("new/inbox/sales.csv"));
        assertThat(firstLine(files.get(0))).isEqualTo("customer_id,name,email,city");
        assertThat(firstLine(files.get(1))).isEqualTo("product_id,name,category,cost_price,price");
        assertThat(firstLine(files.get(2)))
                .isEqualTo("sale_id,order_id,customer_id,product_id,order_date,quantity,price");
        try (Stream<Path> found = Files.list(folder.resolve("new/inbox"))) {
            assertThat(found).containsExactlyInAnyOrderElementsOf(files);
        }
    }

    @Test
    void writesTheSameBytesForTheSameSeedOnTheSameDayInAnyLanguage() throws IOException {
        Locale before = Locale.getDefault();
        List<Path> again;
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            again = sampleFiles(DEFAULT, TODAY).writeTo(folder);
        } finally {
            Locale.setDefault(before);
        }

        for (Path file : again) {
            assertThat(file).hasSameBinaryContentAs(defaultFolder.resolve(file.getFileName()));
        }
    }

    @Test
    void writesAnotherBusinessForAnotherSeed() {
        List<Path> other =
                sampleFiles(new Sample(null, 200, 50, 3000, 43), TODAY).writeTo(folder);

        assertThat(other)
                .allSatisfy(file -> assertThat(Files.mismatch(file, defaultFolder.resolve(file.getFileName())))
                        .isNotEqualTo(-1));
    }

    @Test
    void keepsTheCustomersAndProductsOnAnotherDay() {
        List<Path> tomorrow = sampleFiles(DEFAULT, TODAY.plusDays(1)).writeTo(folder);

        assertThat(tomorrow.get(0)).hasSameBinaryContentAs(defaultFolder.resolve("customers.csv"));
        assertThat(tomorrow.get(1)).hasSameBinaryContentAs(defaultFolder.resolve("products.csv"));
        assertThat(tomorrow.get(2)).isNotEmptyFile();
    }

    @Test
    void takesTodayFromTheTimeZoneOfTheClock() throws IOException {
        Clock lateEvening = Clock.fixed(TODAY.atTime(23, 30).toInstant(ZoneOffset.UTC), ZoneId.of("Pacific/Auckland"));

        List<Path> files = new SampleFiles(properties(DEFAULT), lateEvening).writeTo(folder);

        assertThat(Files.readString(files.get(2), StandardCharsets.ISO_8859_1)).contains("," + TODAY.plusDays(1) + ",");
    }

    @Test
    void overwritesNoFileThatIsAlreadyThere() throws IOException {
        Files.writeString(folder.resolve("customers.csv"), "mine");
        Files.writeString(folder.resolve("customers-2.csv"), "mine too");
        Files.writeString(folder.resolve("sales.csv.part"), "still being written");

        List<Path> files = sampleFiles(new Sample(null, 5, 5, 5, 1), TODAY).writeTo(folder);

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("customers-3.csv", "products.csv", "sales-2.csv");
        assertThat(folder.resolve("customers.csv")).hasContent("mine");
        assertThat(folder.resolve("customers-2.csv")).hasContent("mine too");
        assertThat(folder.resolve("sales.csv.part")).hasContent("still being written");
    }

    @Test
    void saysWhichFolderItCannotWrite() throws IOException {
        Path file = Files.createFile(folder.resolve("inbox"));

        assertThatThrownBy(() -> sampleFiles(DEFAULT, TODAY).writeTo(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot write the sample files to " + file);
    }

    @ParameterizedTest
    @CsvSource({"200, 50, 3000", "1, 1, 1", "7, 3, 40", "1000, 300, 500"})
    void writesTheConfiguredNumbersOfGoodCustomersProductsAndOrders(int customers, int products, int orders)
            throws IOException {
        List<SampleJudge.Verdict> verdicts =
                writeAndJudge(new Sample(null, customers, products, orders, 42), folder.resolve("sizes"));

        assertThat(verdicts.get(0).good()).hasSize(customers);
        assertThat(verdicts.get(1).good()).hasSize(products);
        Set<String> goodOrders = verdicts.get(2).good().stream()
                .map(sale -> sale.get("order_id"))
                .collect(toSet());
        assertThat(goodOrders).hasSizeBetween(orders * 4 / 5, orders);
        assertThat(verdicts.get(2).rows()).isBetween(orders, 4 * orders + orders / 10);
    }

    @Test
    void writesAboutSevenThousandSalesOfOneToFourLinesAnOrder() {
        Map<String, Long> lines = sales.good().stream().collect(groupingBy(sale -> sale.get("order_id"), counting()));

        assertThat(sales.rows()).isBetween(6600, 7400);
        assertThat(Set.copyOf(lines.values())).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }

    @Test
    void sellsInSixCategories() {
        assertThat(products.good())
                .extracting(product -> product.get("category"))
                .filteredOn(category -> !category.isEmpty())
                .hasSameElementsAs(CATEGORIES);
    }

    @Test
    void spansTheTwelveMonthsUpToToday() {
        List<LocalDate> dates = sales.good().stream().map(SampleJudge.Row::date).toList();

        assertThat(dates).isSorted();
        assertThat(dates.get(0))
                .isBetween(
                        TODAY.minusMonths(12).plusDays(1), TODAY.minusMonths(12).plusDays(3));
        assertThat(dates.get(dates.size() - 1)).isBetween(TODAY.minusDays(2), TODAY);
    }

    @Test
    void aboutTwoInAHundredRowsAreWrong() {
        int rows = customers.rows() + products.rows() + sales.rows();
        int wrong = customers.wrong() + products.wrong() + sales.wrong();

        assertThat((double) wrong / rows).isBetween(0.01, 0.03);
    }

    @Test
    void everyReasonOfTheContractOccurs() {
        assertThat(customers.reasons())
                .containsOnlyKeys(
                        "bad_encoding",
                        "column_count",
                        "control_character",
                        "too_long",
                        "missing_customer_id",
                        "duplicate_id");
        assertThat(products.reasons())
                .containsOnlyKeys(
                        "bad_encoding",
                        "column_count",
                        "control_character",
                        "too_long",
                        "formula_error",
                        "missing_product_id",
                        "bad_price",
                        "negative_price",
                        "duplicate_id");
        assertThat(sales.reasons()).containsOnlyKeys(reasonsOfSales());
    }

    @Test
    void theMistakesAreThoseOfRealExports() throws IOException {
        assertThat(text("customers.csv"))
                .containsPattern("\nC-\\d{4},[^,\n]+,[^,\n]+@[^,\n]+\n")
                .containsPattern("\nC-\\d{4},[^,\n\"]+, [^,\n]+,[^,\n]+@[^,\n]+,[^,\n]+\n")
                .contains("\u001b[D,", "\nhttps://", " - called on Monday", "@new.example.net,");
        assertThat(text("products.csv"))
                .containsPattern(",\"\\d+,\\d\\d\"\n")
                .containsPattern(",-\\d+\\.\\d\\d\n")
                .containsPattern(",-\\d+\\.\\d\\d,")
                .contains(",#VALUE!\n", ",tbd,", "\0\0\0EA,", "\nhttps://", " - a customer favorite", ", new model,");
        assertThat(text("sales.csv"))
                .containsPattern(",\"\\d+,\\d\\d\"\n")
                .containsPattern(",\\d,\\d+,\\d\\d\n")
                .containsPattern(",-\\d+\\.\\d\\d\n")
                .containsPattern(",\\d{4}-\\d\\d-\\d\\d\n")
                .containsPattern(",-\\d,")
                .containsPattern(",c-\\d{4},")
                .containsPattern(",[A-Z]{2}\\d{4},")
                .containsPattern(",21\\d\\d-\\d\\d-\\d\\d,")
                .contains("-02-30,", ",yesterday,", ",0000-00-00,", ",1899-12-30,", ",9999-12-31,")
                .contains(
                        ",two,",
                        " pcs,",
                        ".0000001,",
                        ",0,",
                        ",free\n",
                        ",#REF!\n",
                        ",\u00a3",
                        ",\u00c3-",
                        ",O-\0",
                        ",1\b");
    }

    @Test
    void everyReasonOccursInTwoHundredSales() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            List<SampleJudge.Verdict> verdicts =
                    writeAndJudge(new Sample(null, 20, 6, 110, seed), folder.resolve("seed" + seed));

            assertThat(verdicts.get(2).rows()).isBetween(200, 300);
            assertThat(verdicts.get(2).reasons()).containsOnlyKeys(reasonsOfSales());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachDirtHasTheReasonThatItSaysOrLoads(Dirt dirt) throws IOException {
        Dirt.Scene scene = new Dirt.Scene(new Random(1), List.of("C-0404"), List.of("EL-0404"), List.of("EL-0002"));
        CsvRow customer = CsvRow.of(SampleKind.CUSTOMERS, "C-1001", "Ann Lee", "ann.lee@example.com", "Dallas");
        CsvRow product = CsvRow.of(SampleKind.PRODUCTS, "EL-0001", "Smart Plug", "Electronics", "5.00", "9.99");
        CsvRow unpriced = CsvRow.of(SampleKind.PRODUCTS, "EL-0002", "Smart Lamp", "Electronics", "5.00", "");
        CsvRow sale = CsvRow.of(SampleKind.SALES, "S-1", "O-1", "C-1001", "EL-0001", "2026-06-01", "2", "12.50");
        CsvRow good = switch (dirt.kind()) {
            case CUSTOMERS -> customer;
            case PRODUCTS -> product;
            case SALES -> sale;
        };
        CsvRow dirty = dirt.applyTo(good, scene);

        SampleJudge judge = new SampleJudge(TODAY);
        if (dirt.kind() == SampleKind.SALES) {
            judge.judge(write(SampleKind.CUSTOMERS, customer));
            judge.judge(write(SampleKind.PRODUCTS, product, unpriced));
        }
        SampleJudge.Verdict verdict = judge.judge(
                dirt.place() == Dirt.Place.INSTEAD ? write(dirt.kind(), dirty) : write(dirt.kind(), good, dirty));

        assertThat(verdict.reasons())
                .isEqualTo(dirt.reason().map(reason -> Map.of(reason, 1)).orElse(Map.of()));
    }

    @Test
    void writesRowsToRepairAndBlankRows() {
        assertThat(customers.repairs()).containsOnlyKeys("name", "email", "city");
        assertThat(products.repairs()).containsOnlyKeys("name", "category", "cost_price");
        assertThat(sales.repairs()).containsOnlyKeys("price");
        assertThat(List.of(customers.blank(), products.blank(), sales.blank())).allMatch(blank -> blank > 0);
    }

    @Test
    void writesQuotesLineBreaksAndAllFormsOfNumbers() throws IOException {
        assertThat(text("customers.csv"))
                .containsPattern("\"[^\"\n]+, Jr\\.\"")
                .containsPattern("\"\\w+ \"\"Ace\"\" [^\"]+\"")
                .contains(",NULL\n", ",,\n", ",,,\n");
        assertThat(text("products.csv"))
                .containsPattern("\"[^\"]+\n\\(see catalog\\)\"")
                .containsPattern("14\"\" Laptop")
                .containsPattern("\"\\$\\d,\\d{3}\\.\\d\\d\"")
                .contains("\n\n");
        assertThat(text("sales.csv"))
                .containsPattern(",\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,")
                .containsPattern(",\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d,")
                .containsPattern(",\\d{4}/\\d\\d/\\d\\d,")
                .containsPattern(",\\d\\.0,")
                .containsPattern(",\\$\\d+\\.\\d\\d\n")
                .contains("\n,,,,,,\n", "\n\n");
    }

    @Test
    void twoCustomersHaveTheSameName() {
        Map<String, Long> byName = customers.good().stream()
                .map(customer -> customer.get("name"))
                .filter(name -> !name.isEmpty())
                .collect(groupingBy(Function.identity(), counting()));

        assertThat(byName).containsValue(2L);
    }

    @Test
    void addressesAreUniqueAndBelongToNobody() {
        assertThat(customers.good())
                .extracting(customer -> customer.get("email"))
                .doesNotHaveDuplicates()
                .allMatch(email -> email.matches("[a-z.]+[0-9]*(@| at )([a-z]+\\.)?example\\.(com|net|org)"));
    }

    @Test
    void bigCitiesHaveMoreCustomers() {
        Map<String, Long> byCity = customers.good().stream()
                .filter(customer -> !customer.get("city").isEmpty())
                .collect(groupingBy(customer -> customer.get("city"), counting()));

        assertThat(byCity).hasSizeBetween(15, 25);
        assertThat(byCity.getOrDefault("New York", 0L)).isGreaterThan(3 * byCity.getOrDefault("Miami", 0L));
    }

    @Test
    void pricesEndAsInShopsAndAreHigherThanCosts() {
        assertThat(products.good())
                .filteredOn(product -> !product.get("price").isEmpty())
                .allSatisfy(product -> {
                    assertThat(product.get("price")).matches(".*\\.(99|50|00)");
                    BigDecimal price = product.number("price");
                    BigDecimal cost = product.number("cost_price");
                    assertThat(cost.doubleValue() / price.doubleValue()).isBetween(0.399, 0.701);
                });
    }

    @Test
    void sellsMoreBeforeChristmasAndOnSaturdays() {
        Map<YearMonth, Double> revenue = sales.good().stream()
                .filter(sale -> !sale.get("price").isEmpty())
                .collect(groupingBy(sale -> YearMonth.from(sale.date()), summingDouble(SampleFilesTest::revenue)));
        Map<DayOfWeek, Long> sold =
                sales.good().stream().collect(groupingBy(sale -> sale.date().getDayOfWeek(), counting()));

        double december = revenue.getOrDefault(YearMonth.of(2025, 12), 0.0);
        double july = revenue.getOrDefault(YearMonth.of(2025, 7), 0.0);
        assertThat(december).isGreaterThan(1.5 * july);
        double saturdays = sold.getOrDefault(DayOfWeek.SATURDAY, 0L);
        double sundays = sold.getOrDefault(DayOfWeek.SUNDAY, 0L);
        assertThat(saturdays).isGreaterThan(1.25 * sundays);
    }

    @Test
    void aFifthOfTheCustomersBuyAboutHalf() {
        List<Long> byCustomer = new ArrayList<>(sales.good().stream()
                .collect(groupingBy(sale -> sale.get("customer_id"), counting()))
                .values());
        byCustomer.sort(Collections.reverseOrder());

        double all = byCustomer.stream().mapToLong(Long::longValue).sum();
        double loyal = byCustomer.stream().limit(40).mapToLong(Long::longValue).sum();
        assertThat(loyal / all).isBetween(0.4, 0.7);
        assertThat(byCustomer).as("some never bought").hasSizeLessThan(200);
    }

    @Test
    void cheaperProductsSellMore() {
        Set<String> cheap = products.good().stream()
                .filter(product -> !product.get("price").isEmpty())
                .filter(product -> product.number("price").compareTo(BigDecimal.valueOf(30)) < 0)
                .map(product -> product.get("product_id"))
                .collect(toSet());

        double perCheap = units(sale -> cheap.contains(sale.get("product_id"))) / cheap.size();
        double perOther = units(sale -> !cheap.contains(sale.get("product_id"))) / (50 - cheap.size());
        assertThat(perCheap).isGreaterThan(1.5 * perOther);
    }

    private static double units(Predicate<SampleJudge.Row> wanted) {
        return sales.good().stream()
                .filter(wanted)
                .mapToDouble(sale -> Double.parseDouble(sale.get("quantity")))
                .sum();
    }

    private static double revenue(SampleJudge.Row sale) {
        return Double.parseDouble(sale.get("quantity")) * sale.number("price").doubleValue();
    }

    private static String[] reasonsOfSales() {
        return new String[] {
            "bad_encoding",
            "column_count",
            "control_character",
            "too_long",
            "damaged_id",
            "formula_error",
            "missing_order_id",
            "missing_customer_id",
            "missing_product_id",
            "bad_quantity",
            "quantity_not_positive",
            "bad_price",
            "negative_price",
            "bad_date",
            "date_out_of_range",
            "duplicate_id",
            "unknown_customer",
            "unknown_product",
            "missing_price"
        };
    }

    private Path write(SampleKind kind, CsvRow... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(CsvRow.header(kind).toBytes());
        for (CsvRow row : rows) {
            bytes.writeBytes(row.toBytes());
        }
        return Files.write(folder.resolve(kind.baseName()), bytes.toByteArray());
    }

    private static List<SampleJudge.Verdict> writeAndJudge(Sample sample, Path folder) throws IOException {
        SampleJudge judge = new SampleJudge(TODAY);
        List<SampleJudge.Verdict> verdicts = new ArrayList<>();
        for (Path file : sampleFiles(sample, TODAY).writeTo(folder)) {
            verdicts.add(judge.judge(file));
        }
        return verdicts;
    }

    private static SampleFiles sampleFiles(Sample sample, LocalDate today) {
        return new SampleFiles(
                properties(sample), Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private static SalesEtlProperties properties(Sample sample) {
        return SomeProperties.with(Map.of(
                "zone", "Z",
                "sample.customers", sample.customers(),
                "sample.products", sample.products(),
                "sample.orders", sample.orders(),
                "sample.seed", sample.seed()));
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .substring("\u00EF\u00BB\u00BF".length())
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static String text(String name) throws IOException {
        return Files.readString(defaultFolder.resolve(name), StandardCharsets.ISO_8859_1);
    }
}
