package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salesetl.chart.Results.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesetl.metric.Measure;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricResult;
import org.salesetl.rollup.Grain;
import org.salesetl.web.NumberStyle;

class FindingsTest {

    private final Findings findings = new Findings(Results.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void saysThatThereIsNothing(Metric metric) {
        MetricResult empty = metric == Metric.ORDERS_PER_WEEKDAY
                ? Results.weekdays(0, 0, 0, 0, 0, 0, 0)
                : new MetricResult(metric, List.of());

        assertThat(findings.finding(empty, SliceTotals.UNKNOWN))
                .isEqualTo(
                        metric == Metric.TOP_CUSTOMERS || metric == Metric.CUSTOMER_DISTRIBUTION
                                ? "No customers in this selection."
                                : "No sales in this range.");
    }

    @ParameterizedTest
    @EnumSource
    void isOneSentence(Metric metric) {
        assertThat(findings.finding(Results.plenty(metric), SliceTotals.UNKNOWN))
                .endsWith(".")
                .doesNotContain("\n")
                .doesNotContain(". ");
    }

    @Test
    void namesTheLeaderAndItsShareOfTheTotal() {
        SliceTotals totals = new SliceTotals(money("200000.00"), BigDecimal.valueOf(40), null);

        assertThat(findings.finding(
                        Results.of(
                                Metric.TOP_CITIES,
                                "Paris",
                                money("12310.00"),
                                "Lyon",
                                money("5000.00"),
                                "Nice",
                                money("2690.00")),
                        totals))
                .isEqualTo("Most revenue: Paris, 12,310.00, 6\u00A0% of the total, 2.5 times as much as Lyon.");
        assertThat(findings.finding(
                        Results.of(Metric.BEST_SELLING_PRODUCTS, "1", "Pen", 5L, "2", "ink", 5L, "3", "Cap", 1L),
                        totals))
                .isEqualTo("Most units: Pen and ink, 5 each, together 25\u00A0% of the total.");
    }

    @Test
    void saysWhatTheChosenMeasureShows() {
        SliceTotals totals = new SliceTotals(money("100.00"), BigDecimal.valueOf(40), BigDecimal.valueOf(10));

        assertMeasured(
                "Most gross profit: Paris, 30.00, three times as much as Lyon.",
                totals,
                Metric.TOP_CITIES,
                Measure.PROFIT,
                "Paris",
                money("30.00"),
                "Lyon",
                money("10.00"));
        assertMeasured(
                "Most gross profit: Desk, 30.00, 75\u00A0% of the total over two categories, three times as much as Pen.",
                totals, Metric.CATEGORY_REVENUE, Measure.PROFIT, "Desk", money("30.00"), "Pen", money("10.00"));
        assertMeasured(
                "No category in this range has gross profit above zero; the highest is Desk, with -1.00.",
                totals,
                Metric.CATEGORY_REVENUE,
                Measure.PROFIT,
                "Desk",
                money("-1.00"),
                "Pen",
                money("-10.00"));
        assertMeasured(
                "Most orders: Desk, 8, 80\u00A0% of the total, 33\u00A0% more than Pen.",
                totals, Metric.CATEGORY_REVENUE, Measure.ORDERS, "Desk", 8L, "Pen", 6L);
        assertMeasured(
                "Most units: Ada, 20, 50\u00A0% of the total, twice as many as Bo.",
                totals, Metric.TOP_CUSTOMERS, Measure.UNITS, "C1", "Ada", 20L, "C2", "Bo", 10L);
        assertMeasured(
                "Units sold peaked in January 2025 at 12 units; the last month, February 2025, brought 1 unit.",
                totals,
                Metric.MONTHLY_REVENUE,
                Measure.UNITS,
                "2025-01",
                12L,
                "2025-02",
                1L);
        assertMeasured(
                "Gross profit was never above zero, highest in January 2025 at -2.00; the last month, February 2025, brought -3.00.",
                totals,
                Metric.MONTHLY_REVENUE,
                Measure.PROFIT,
                "2025-01",
                money("-2.00"),
                "2025-02",
                money("-3.00"));
        assertMeasured(
                "Most revenue: Monday, 30.00 of 40.00 (75\u00A0%); there is none on Wednesday.",
                totals,
                Metric.ORDERS_PER_WEEKDAY,
                Measure.REVENUE,
                "Monday",
                money("30.00"),
                "Tuesday",
                money("10.00"),
                "Wednesday",
                money("0.00"));
        assertMeasured(
                "Most gross profit: Monday, 30.00; the least on Tuesday, -10.00.",
                totals,
                Metric.ORDERS_PER_WEEKDAY,
                Measure.PROFIT,
                "Monday",
                money("30.00"),
                "Tuesday",
                money("-10.00"));
        assertMeasured("No cost is known for sales in this range.", totals, Metric.TOP_CITIES, Measure.PROFIT);
    }

    @Test
    void neverReadsAPeriodThatIsNotWholeAsAFall() {
        MetricResult months = Results.of(Metric.MONTHLY_REVENUE, "2025-01", money("50.00"), "2025-02", money("3.00"));

        assertThat(findings.finding(months.inPart(Map.of("2025-02", "so_far")), SliceTotals.UNKNOWN))
                .isEqualTo(
                        "Revenue peaked in January 2025 at 50.00; the last month, February 2025, brought 3.00 so far.");
        assertThat(findings.finding(months.inPart(Map.of("2025-02", "in_part")), SliceTotals.UNKNOWN))
                .isEqualTo("Revenue peaked in January 2025 at 50.00;"
                        + " the last month, February 2025, brought 3.00, with only a part of its days chosen.");
    }

    private void assertMeasured(String expected, SliceTotals totals, Metric metric, Measure measure, Object... cells) {
        assertThat(findings.finding(Results.by(metric, measure, cells), totals)).isEqualTo(expected);
    }

    @Test
    void givesNoShareOfATotalThatReturnsHaveMadeSmaller() {
        assertThat(findings.finding(
                        Results.of(Metric.TOP_CITIES, "Paris", money("20.20"), "Lyon", money("10.00")),
                        new SliceTotals(money("15.00"), null, null)))
                .isEqualTo("Most revenue: Paris, 20.20, twice as much as Lyon.");
    }

    @Test
    void namesTheOnlyRow() {
        assertFinding(
                "The only customer in this range is Ada, with revenue of 12.00.",
                Metric.TOP_CUSTOMERS,
                "C1",
                "Ada",
                money("12.00"));
        assertFinding(
                "The only product in this range is Pen, with 1 unit.", Metric.BEST_SELLING_PRODUCTS, "P1", "Pen", 1L);
        assertFinding(
                "The only city in this selection is Paris, with 3 customers.",
                Metric.CUSTOMER_DISTRIBUTION,
                "Paris",
                3L);
    }

    @Test
    void addsTheIdsOfCustomersWithTheSameName() {
        assertFinding(
                "Most revenue: Ada (C1), 3.00, 50\u00A0% more than Ada (C2).",
                Metric.TOP_CUSTOMERS, "C1", "Ada", money("3.00"), "C2", "Ada", money("2.00"));
    }

    @Test
    void namesEveryLeaderOfATie() {
        assertFinding(
                "Most units: Pen and ink, 5 each.",
                Metric.BEST_SELLING_PRODUCTS,
                "1",
                "Pen",
                5L,
                "2",
                "ink",
                5L,
                "3",
                "Cap",
                1L);
        assertFinding(
                "Most revenue: four categories, 2.00 each, together 89\u00A0% of the total over five categories.",
                Metric.CATEGORY_REVENUE,
                "A",
                money("2.00"),
                "B",
                money("2.00"),
                "C",
                money("2.00"),
                "D",
                money("2.00"),
                "E",
                money("1.00"));
        assertFinding(
                "Both cities: the same number of customers, 4 each.",
                Metric.CUSTOMER_DISTRIBUTION,
                "Lyon",
                4L,
                "Paris",
                4L);
    }

    @Test
    void givesNoShareIfAValueIsNegative() {
        assertFinding(
                "Most revenue: Toys, 10.00.", Metric.CATEGORY_REVENUE, "Toys", money("10.00"), "Books", money("-9.00"));
    }

    @Test
    void namesNoLeaderIfNoValueIsAboveZero() {
        assertFinding(
                "No city in this range has revenue above zero; the highest is Paris, with -1.00.",
                Metric.TOP_CITIES,
                "Paris",
                money("-1.00"),
                "Lyon",
                money("-2.00"));
    }

    @Test
    void countsCategoriesAndCustomers() {
        assertFinding(
                "Most units: Office, 22,906, 74\u00A0% of the total over two categories,"
                        + " 2.9 times as many as Furniture.",
                Metric.QUANTITY_PER_CATEGORY, "Office", 22_906L, "Furniture", 8_028L);
        assertFinding(
                "Most customers: Paris, 3, 75\u00A0% of the total over two cities, three times as many as Lyon.",
                Metric.CUSTOMER_DISTRIBUTION, "Paris", 3L, "Lyon", 1L);
    }

    @Test
    void saysHowFarTheFirstIsAheadOfTheSecond() {
        assertFinding(
                "Most revenue: Paris, 20.20, twice as much as Lyon.",
                Metric.TOP_CITIES,
                "Paris",
                money("20.20"),
                "Lyon",
                money("10.00"));
        assertFinding(
                "Most revenue: Paris, 10.10, just ahead of Lyon.",
                Metric.TOP_CITIES,
                "Paris",
                money("10.10"),
                "Lyon",
                money("10.00"));
        assertFinding(
                "Most revenue: Paris, 9,999.00," + " more than a hundred times as much as Lyon.",
                Metric.TOP_CITIES,
                "Paris",
                money("9999.00"),
                "Lyon",
                money("1.00"));
        assertFinding(
                "Most revenue: Paris, 5.00.",
                Metric.TOP_CITIES,
                "Paris",
                money("5.00"),
                "Lyon",
                money("2.00"),
                "Nice",
                money("2.00"));
    }

    @Test
    void writesWeeksAndDaysInWords() {
        assertThat(overTime(Grain.WEEK, Metric.MONTHLY_REVENUE, "2025-03-03", "7.00", "2025-03-10", "2.00"))
                .isEqualTo("Revenue peaked in the week of 3 March 2025 at 7.00;"
                        + " the last week, the week of 10 March 2025, brought 2.00.");
        assertThat(overTime(Grain.DAY, Metric.MONTHLY_REVENUE, "2025-03-03", "7.00"))
                .isEqualTo("The only day with sales, 3 March 2025, brought 7.00.");
        assertThat(overTime(Grain.DAY, Metric.AVERAGE_ORDER_VALUE, "2025-03-03", "7.00", "2025-03-05", "9.00"))
                .isEqualTo("An order was worth the most on 5 March 2025, 9.00 on average, the last day.");
        assertThat(overTime(Grain.DAY, Metric.AVERAGE_ORDER_VALUE, "2025-03-03", "7.00"))
                .isEqualTo("On 3 March 2025, the only day with sales, an order was worth 7.00 on average.");
    }

    private String overTime(Grain by, Metric metric, String... cells) {
        return findings.finding(
                new MetricResult(
                        metric,
                        by,
                        IntStream.range(0, cells.length / 2)
                                .mapToObj(row -> List.<Object>of(cells[2 * row], money(cells[2 * row + 1])))
                                .toList()),
                SliceTotals.UNKNOWN);
    }

    @Test
    void writesAmountsInTheCurrencyOfTheBusiness() {
        Findings german = new Findings(new NumberStyle(Locale.GERMANY, Currency.getInstance("EUR")));

        assertThat(german.finding(
                        Results.of(Metric.MONTHLY_REVENUE, "2025-03", money("12310.00")), SliceTotals.UNKNOWN))
                .isEqualTo("Der einzige Monat mit Verkäufen, März 2025, brachte 12.310,00\u00a0€.");
    }

    @Test
    void namesThePeakAndTheLastMonth() {
        assertFinding(
                "Revenue peaked in November 2017 at 156,869.11; the last month, December 2017, brought 108,190.31.",
                Metric.MONTHLY_REVENUE,
                "2017-10",
                money("102818.75"),
                "2017-11",
                money("156869.11"),
                "2017-12",
                money("108190.31"));
    }

    @Test
    void namesAPeakInTheLastMonthOnce() {
        assertFinding(
                "Revenue peaked in December 2017 at 2.00, the last month.",
                Metric.MONTHLY_REVENUE,
                "2017-11",
                money("1.00"),
                "2017-12",
                money("2.00"));
    }

    @Test
    void namesMonthsWithTheSameRevenueTogether() {
        assertFinding(
                "The only month with sales, May 2025, brought -3.00.",
                Metric.MONTHLY_REVENUE,
                "2025-05",
                money("-3.00"));
        assertFinding(
                "Each of the two months with sales, March 2025 to May 2025, brought 7.00.",
                Metric.MONTHLY_REVENUE,
                "2025-03",
                money("7.00"),
                "2025-05",
                money("7.00"));
        assertFinding(
                "Revenue peaked in March 2025 and May 2025 at 7.00 each; the last month, June 2025, brought 1.00.",
                Metric.MONTHLY_REVENUE,
                "2025-03",
                money("7.00"),
                "2025-05",
                money("7.00"),
                "2025-06",
                money("1.00"));
        assertFinding(
                "Revenue was never above zero, highest in March 2025 at -1.00; the last month, May 2025, brought -7.00.",
                Metric.MONTHLY_REVENUE,
                "2025-03",
                money("-1.00"),
                "2025-05",
                money("-7.00"));
    }

    @Test
    void saysHowMuchAnOrderIsWorth() {
        assertFinding(
                "An order was worth the most in March 2014, 1,230.47 on average; in the last month, May 2014, it was worth 448.93.",
                Metric.AVERAGE_ORDER_VALUE,
                "2014-03",
                money("1230.47"),
                "2014-05",
                money("448.93"));
        assertFinding(
                "In March 2014, the only month with sales, an order was worth 1,230.47 on average.",
                Metric.AVERAGE_ORDER_VALUE,
                "2014-03",
                money("1230.47"));
    }

    @Test
    void namesTheBusiestAndTheQuietestWeekday() {
        assertThat(findings.finding(Results.weekdays(920, 558, 182, 746, 916, 837, 850), SliceTotals.UNKNOWN))
                .isEqualTo("Most orders: Monday, 920 of 5,009 (18\u00A0%); the fewest on Wednesday, 182.");
        assertThat(findings.finding(Results.weekdays(3, 3, 0, 1, 2, 0, 0), SliceTotals.UNKNOWN))
                .isEqualTo("Most orders: Monday and Tuesday, 3 of 9 each;"
                        + " there are none on Wednesday, Saturday and Sunday.");
        assertThat(findings.finding(Results.weekdays(0, 0, 0, 0, 5, 0, 0), SliceTotals.UNKNOWN))
                .isEqualTo("All 5 orders came on Fridays.");
        assertThat(findings.finding(Results.weekdays(0, 0, 0, 0, 1, 0, 0), SliceTotals.UNKNOWN))
                .isEqualTo("The only order came on a Friday.");
        assertThat(findings.finding(Results.weekdays(2, 2, 2, 2, 2, 2, 2), SliceTotals.UNKNOWN))
                .isEqualTo("Every weekday has the same number of orders, 2.");
        assertThat(findings.finding(Results.weekdays(9, 2, 2, 2, 2, 2, 2), SliceTotals.UNKNOWN))
                .isEqualTo("Most orders: Monday, 9 of 21 (43\u00A0%); the fewest on six other weekdays, 2 each.");
    }

    @Test
    void drawsNoConclusionAboutPricesFromAFewProducts() {
        assertFinding(
                "The only product in this range, Pen, costs 0.001 and sold 1 unit.",
                Metric.PRICE_VS_QUANTITY,
                "1",
                "Pen",
                money("0.0010"),
                1L);
        assertFinding(
                "With only two products there is no telling whether price matters;"
                        + " the best seller, Pen, sold 9 units at a price of 1.00.",
                Metric.PRICE_VS_QUANTITY,
                "1",
                "Pen",
                money("1.00"),
                9L,
                "2",
                "Ink",
                money("2.00"),
                1L);
    }

    @Test
    void saysWhetherCheaperProductsSellMore() {
        assertThat(findings.finding(products(row -> 1 + row, row -> 100 - row), SliceTotals.UNKNOWN))
                .isEqualTo("Cheaper products clearly sell more units (rank correlation -1.00 over 30 products).");
        assertThat(findings.finding(products(row -> 1 + row, row -> 100 + row), SliceTotals.UNKNOWN))
                .isEqualTo("More expensive products clearly sell more units (rank correlation 1.00 over 30 products).");
        assertThat(findings.finding(products(row -> 1 + row, row -> row % 2), SliceTotals.UNKNOWN))
                .isEqualTo("Price says little about how many units a product sells"
                        + " (rank correlation 0.06 over 30 products).");
    }

    @Test
    void saysNothingAboutPricesIfAllPricesOrQuantitiesAreTheSame() {
        assertThat(findings.finding(products(row -> 5, row -> row), SliceTotals.UNKNOWN))
                .isEqualTo("All 30 products cost the same, 5.00, so price does not explain what sells.");
        assertThat(findings.finding(products(row -> row, row -> 5), SliceTotals.UNKNOWN))
                .isEqualTo("All 30 products sold the same, 5 units each, whatever their price.");
    }

    private void assertFinding(String expected, Metric metric, Object... cells) {
        assertThat(findings.finding(Results.of(metric, cells), SliceTotals.UNKNOWN))
                .isEqualTo(expected);
    }

    private static MetricResult products(IntUnaryOperator price, IntUnaryOperator units) {
        return new MetricResult(
                Metric.PRICE_VS_QUANTITY,
                IntStream.range(0, 30)
                        .mapToObj(row -> List.<Object>of(
                                "P" + row, "Product " + row, BigDecimal.valueOf(price.applyAsInt(row)), (long)
                                        units.applyAsInt(row)))
                        .toList());
    }
}
