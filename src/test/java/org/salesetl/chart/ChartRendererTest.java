package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.salesetl.chart.Results.money;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.metric.Measure;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricResult;
import org.salesetl.metric.YearBefore;
import org.salesetl.rollup.Grain;

class ChartRendererTest {

    private static final List<ChartSize> SIZES = List.of(
            new ChartSize(200, 150, 1),
            new ChartSize(200, 1500, 1),
            new ChartSize(360, 240, 2),
            new ChartSize(640, 400, 1),
            ChartSize.DEFAULT,
            new ChartSize(2000, 150, 1));

    private final ChartRenderer renderer = new ChartRenderer(Results.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void drawsEveryMetricInTheWantedSize(Metric metric) throws IOException {
        for (ChartSize size : SIZES) {
            BufferedImage picture = decode(renderer.png(Results.plenty(metric), size));

            assertThat(picture.getWidth()).isEqualTo(size.width() * size.scale());
            assertThat(picture.getHeight()).isEqualTo(size.height() * size.scale());
            assertThat(picture.getRGB(1, 1)).isEqualTo(Palette.PAPER.color().getRGB());
            assertThat(countOf(picture, Palette.PAPER)).isLessThan((long) picture.getWidth() * picture.getHeight());
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheSameBytesForTheSameRows(Metric metric) {
        ChartSize size = new ChartSize(640, 400, 2);

        assertThat(renderer.png(Results.plenty(metric), size))
                .isEqualTo(new ChartRenderer(Results.ENGLISH).png(Results.plenty(metric), size));
    }

    @Test
    void saysWhatItMeasuresAndForWhatPartTheCostIsKnown() {
        assertThat(subtitle(renderer.chart(
                        Results.by(Metric.TOP_CITIES, Measure.PROFIT, "Paris", money("30.00"), "Lyon", money("-10.00")),
                        ChartSize.DEFAULT)))
                .isEqualTo(
                        "Top 2 cities by gross profit, in the currency of the sales files · cost known for 50\u00A0% of revenue");
        assertThat(subtitle(renderer.chart(
                        Results.by(Metric.CATEGORY_REVENUE, Measure.ORDERS, "Desk", 3L), ChartSize.DEFAULT)))
                .isEqualTo("Number of orders by category");
        assertThat(subtitle(renderer.chart(
                        Results.by(Metric.MONTHLY_REVENUE, Measure.UNITS, "2025-01", 3L), ChartSize.DEFAULT)))
                .isEqualTo("Units sold by month");
        JFreeChart chart =
                renderer.chart(Results.by(Metric.MONTHLY_REVENUE, Measure.ORDERS, "2025-01", 3L), ChartSize.DEFAULT);
        assertThat(chart.getTitle().getText()).isEqualTo("Orders by month");
        assertThat(chart.getXYPlot().getRenderer().getSeriesPaint(0)).isEqualTo(Palette.PURPLE.color());
    }

    @Test
    void drawsTheYearBeforeBehindALine() {
        MetricResult months = Results.of(Metric.MONTHLY_REVENUE, "2025-01", money("50.00"), "2025-02", money("3.00"))
                .inPart(Map.of("2025-02", "so_far"))
                .against(yearBefore(Map.of("2025-01", money("70.00"), "2025-03", money("20.00"))));

        JFreeChart chart = renderer.chart(months, ChartSize.DEFAULT);

        XYPlot plot = chart.getXYPlot();
        assertThat(plot.getDataset(1).getItemCount(0)).isEqualTo(3);
        assertThat(plot.getRangeAxis().getUpperBound()).isGreaterThan(70);
        assertThat(subtitle(chart)).endsWith(" · pale line: a year before");
        assertThat(((XYLineAndShapeRenderer) plot.getRenderer()).getItemShapeFilled(0, 0))
                .isTrue();
        assertThat(((XYLineAndShapeRenderer) plot.getRenderer()).getItemShapeFilled(0, 1))
                .isFalse();
        assertThat(renderer.png(months, ChartSize.DEFAULT)).isNotEmpty();
    }

    @Test
    void marksTheYearBeforeOnEachBar() throws IOException {
        MetricResult bars = Results.of(Metric.CATEGORY_REVENUE, "Desk", money("50.00"), "Pen", money("10.00"));

        MetricResult compared = bars.against(yearBefore(Map.of("Desk", money("90.00"))));

        assertThat(categoryPlot(compared).getRangeAxis().getUpperBound()).isGreaterThan(90);
        assertThat(subtitle(renderer.chart(compared, ChartSize.DEFAULT))).endsWith(" · mark: a year before");
        assertThat(renderer.png(compared, ChartSize.DEFAULT))
                .isNotEqualTo(
                        renderer.png(bars.against(yearBefore(Map.of("Desk", money("80.00")))), ChartSize.DEFAULT));
    }

    private static YearBefore yearBefore(Map<String, Object> values) {
        return new YearBefore(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 31), values);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLayoutAtDoubleScale(Metric metric) {
        Rectangle2D once = dataArea(Results.plenty(metric), new ChartSize(900, 500, 1));
        Rectangle2D twice = dataArea(Results.plenty(metric), new ChartSize(900, 500, 2));

        assertThat(twice.getX()).isCloseTo(once.getX(), within(2.0));
        assertThat(twice.getY()).isCloseTo(once.getY(), within(2.0));
        assertThat(twice.getWidth()).isCloseTo(once.getWidth(), within(2.0));
        assertThat(twice.getHeight()).isCloseTo(once.getHeight(), within(2.0));
    }

    @ParameterizedTest
    @EnumSource
    void keepsHalfTheWidthForThePlot(Metric metric) {
        for (ChartSize size : SIZES) {
            assertThat(dataArea(Results.plenty(metric), size).getWidth())
                    .as("%s at %s", metric, size)
                    .isGreaterThanOrEqualTo(size.width() / 2.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsASentenceInsteadOfAnEmptyFrame(Metric metric) throws IOException {
        MetricResult empty = metric == Metric.ORDERS_PER_WEEKDAY
                ? Results.weekdays(0, 0, 0, 0, 0, 0, 0)
                : new MetricResult(metric, List.of());

        JFreeChart chart = renderer.chart(empty, ChartSize.DEFAULT);

        assertThat(chart.getTitle().getText()).isEqualTo(Results.ENGLISH.words().say(metric.question()));
        assertThat(chart.getPlot().getNoDataMessage())
                .isEqualTo(
                        metric == Metric.TOP_CUSTOMERS || metric == Metric.CUSTOMER_DISTRIBUTION
                                ? "No customers in this selection"
                                : "No sales in this range");
        BufferedImage picture = decode(renderer.png(empty, ChartSize.DEFAULT));
        BufferedImage middle = picture.getSubimage(300, 200, 300, 150);
        assertThat(countOf(middle, Palette.PAPER)).isLessThan(300 * 150);
    }

    /** From three days, where the axis names each day, to ten years, where it names years. */
    @ParameterizedTest
    @CsvSource({"DAY, 3", "DAY, 92", "WEEK, 13", "WEEK, 520", "DAY, 3650"})
    void drawsDaysAndWeeks(Grain by, int periods) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        LocalDate period = LocalDate.of(2024, 1, 1);
        for (int row = 0; row < periods; row++) {
            rows.add(List.of(period.toString(), BigDecimal.valueOf(10_000 + row * 37 % 100, 2)));
            period = by.next(period);
        }
        MetricResult result = new MetricResult(Metric.MONTHLY_REVENUE, by, rows);

        for (ChartSize size : SIZES) {
            assertThat(decode(renderer.png(result, size)).getWidth()).isEqualTo(size.width() * size.scale());
        }
        JFreeChart chart = renderer.chart(result, ChartSize.DEFAULT);
        assertThat(subtitle(chart)).isEqualTo("Revenue by " + by.label() + ", in the currency of the sales files");
        assertThat(((XYPlot) chart.getPlot()).getDataset().getItemCount(0)).isEqualTo(periods);
        keep(result);
    }

    /** Keeps a picture for people to look at. */
    private void keep(MetricResult result) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/screenshots/charts"));
        Files.write(
                folder.resolve("revenue-by-" + result.by().label() + "-"
                        + result.rows().size() + ".png"),
                renderer.png(result, ChartSize.DEFAULT));
    }

    @Test
    void startsBarsAtZero() {
        MetricResult close = Results.of(
                Metric.CATEGORY_REVENUE, "A", money("100000.00"), "B", money("99999.00"), "C", money("99998.00"));

        assertThat(categoryPlot(close).getRangeAxis().getLowerBound()).isZero();
        assertThat(categoryPlot(Results.weekdays(900, 901, 902, 903, 904, 905, 906))
                        .getRangeAxis()
                        .getLowerBound())
                .isZero();
    }

    @Test
    void makesRoomForNegativeBarsAndTheirLabels() {
        CategoryPlot plot = categoryPlot(Results.of(
                Metric.TOP_CITIES, "Paris", money("500.00"), "Lyon", money("0.00"), "Nice", money("-700.00")));

        assertThat(plot.getRangeAxis().getLowerBound()).isLessThan(-700);
        assertThat(plot.getRangeAxis().getUpperBound()).isGreaterThan(500);
        assertThat(plot.getRenderer().getItemPaint(0, 0)).isEqualTo(Palette.BLUE.color());
        assertThat(plot.getRenderer().getItemPaint(0, 2)).isEqualTo(Palette.VERMILLION.color());
    }

    @Test
    void drawsAllZeroAndAllNegativeBars() {
        assertThat(categoryPlot(Results.of(Metric.TOP_CITIES, "Paris", money("0.00")))
                        .getRangeAxis()
                        .getUpperBound())
                .isPositive();
        assertThat(categoryPlot(Results.of(Metric.TOP_CITIES, "Paris", money("-5.00")))
                        .getRangeAxis()
                        .getUpperBound())
                .isNotNegative();
    }

    @Test
    void keepsTheOrderOfTheRows() {
        CategoryPlot plot = categoryPlot(
                Results.of(Metric.CATEGORY_REVENUE, "B", money("3.00"), "A", money("3.00"), "C", money("9.00")));

        assertThat(names(plot)).containsExactly("B", "A", "C");
        assertThat(plot.getDataset().getValue(0, 2)).isEqualTo(money("9.00"));
    }

    @Test
    void startsTheWeekOnMonday() {
        assertThat(names(categoryPlot(Results.weekdays(1, 2, 3, 4, 5, 6, 7))))
                .containsExactly("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    }

    @Test
    void addsTheIdsToNamesThatAreTheSame() {
        CategoryPlot plot = categoryPlot(Results.of(
                Metric.BEST_SELLING_PRODUCTS,
                "A-1",
                "Blue pen",
                9L,
                "A-2",
                "Blue pen",
                8L,
                "A-3",
                "Red pen",
                7L,
                "A-4",
                "Very ".repeat(40) + "long one",
                6L,
                "A-5",
                "Very ".repeat(40) + "long two",
                5L));

        assertThat(names(plot)).startsWith("Blue pen\n(A-1)", "Blue pen\n(A-2)", "Red pen");
        assertThat(names(plot).get(3)).startsWith("Very").endsWith("…\n(A-4)");
        assertThat(names(plot).get(4)).startsWith("Very").endsWith("…\n(A-5)");
    }

    @Test
    void showsTheFirstTwentyCitiesAndSaysSo() {
        JFreeChart chart = renderer.chart(Results.plenty(Metric.CUSTOMER_DISTRIBUTION), ChartSize.DEFAULT);

        assertThat(((CategoryPlot) chart.getPlot()).getDataset().getColumnCount())
                .isEqualTo(20);
        assertThat(subtitle(chart)).isEqualTo("Number of customers by city · first 20 of 531 cities");
    }

    @Test
    void writesLongNamesInTwoLinesWhereThereIsRoom() {
        List<String> few = names(categoryPlot(Results.of(
                Metric.CATEGORY_REVENUE,
                "Bookcases and all of the other furniture for offices and schools",
                money("3.00"))));

        assertThat(few.get(0).replace('\n', ' '))
                .isEqualTo("Bookcases and all of the other furniture for offices and schools");
        assertThat(few.get(0)).contains("\n");
    }

    @Test
    void letsChosenBarsStandOutAmongTheOthers() {
        MetricResult categories = Results.of(
                Metric.CATEGORY_REVENUE, "Desk", money("3.00"), "Lamp", money("2.00"), "Refund", money("-1.00"));

        CategoryItemRenderer bars =
                categoryPlot(categories.highlighting(Set.of("Lamp"))).getRenderer();

        assertThat(bars.getItemPaint(0, 0)).isEqualTo(Palette.BLUE.pale());
        assertThat(bars.getItemPaint(0, 1)).isEqualTo(Palette.BLUE.color());
        assertThat(bars.getItemPaint(0, 2)).isEqualTo(Palette.VERMILLION.pale());
    }

    @Test
    void drawsZeroForAMonthWithoutSales() {
        JFreeChart chart = renderer.chart(
                Results.of(
                        Metric.MONTHLY_REVENUE,
                        "2024-11",
                        money("5.00"),
                        "2025-01",
                        money("7.00"),
                        "2025-02",
                        money("6.00")),
                ChartSize.DEFAULT);
        XYPlot plot = (XYPlot) chart.getPlot();
        XYDataset line = plot.getDataset();

        assertThat(plot.getDomainAxis()).isInstanceOf(DateAxis.class);
        assertThat(line.getItemCount(0)).isEqualTo(4);
        assertThat(line.getX(0, 0)).isEqualTo(1_730_419_200_000.0);
        assertThat(line.getY(0, 1).doubleValue()).isZero();
        assertThat(line.getY(0, 2)).isEqualTo(money("7.00"));
        assertThat(plot.getRangeAxis().getLowerBound()).isZero();
        assertThat(subtitle(chart)).doesNotContain("gaps");
    }

    @Test
    void goesOnToTheEndOfTheDataIfNothingIsSoldAnyMore() {
        XYDataset line = ((XYPlot) renderer.chart(
                                Results.of(Metric.MONTHLY_REVENUE, "2024-11", money("5.00"))
                                        .until("2025-01")
                                        .inPart(Map.of("2025-01", "so_far")),
                                ChartSize.DEFAULT)
                        .getPlot())
                .getDataset();

        assertThat(line.getItemCount(0)).isEqualTo(3);
        assertThat(line.getY(0, 2).doubleValue()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"PROFIT", "REVENUE_PER_ORDER"})
    void leavesAGapWhereNothingSoldIsNotZero(Measure measure) {
        Metric metric = measure == Measure.PROFIT ? Metric.MONTHLY_REVENUE : Metric.AVERAGE_ORDER_VALUE;
        MetricResult months = Results.by(metric, measure, "2024-11", money("5.00"), "2025-01", money("7.00"));

        JFreeChart chart = renderer.chart(months, ChartSize.DEFAULT);

        XYDataset line = ((XYPlot) chart.getPlot()).getDataset();
        assertThat(line.getItemCount(0)).isEqualTo(3);
        assertThat(line.getY(0, 1)).isNull();
        assertThat(subtitle(chart)).endsWith("gaps are months without sales");
    }

    @Test
    void drawsOnePointForEachProduct() {
        XYPlot plot = (XYPlot)
                renderer.chart(Results.products(1_234), ChartSize.DEFAULT).getPlot();

        assertThat(plot.getDataset().getItemCount(0)).isEqualTo(1_234);
    }

    @Test
    void givesFreeProductsAPlaceOnALogarithmicAxis() {
        List<Object> cells = new ArrayList<>();
        for (int product = 0; product < 20; product++) {
            cells.addAll(List.of("P" + product, "Product", money(product < 15 ? "1.00" : "5000.00"), 3L));
        }
        cells.addAll(List.of("F", "Free", money("0.0000"), 5L));

        XYPlot plot = (XYPlot) renderer.chart(Results.of(Metric.PRICE_VS_QUANTITY, cells.toArray()), ChartSize.DEFAULT)
                .getPlot();

        assertThat(plot.getDomainAxis()).isInstanceOf(LogarithmAxis.class);
        assertThat(plot.getDomainAxis().getLabel()).isEqualTo("Price per unit (logarithmic scale)");
        assertThat(plot.getDataset().getXValue(0, 20))
                .isBetween(plot.getDomainAxis().getLowerBound(), 0.99);
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void drawsAnyName(String name) {
        MetricResult products = Results.of(Metric.BEST_SELLING_PRODUCTS, "1", name, 5L, "2", name, 3L, "3", "Pen", 1L);
        MetricResult cities = Results.of(Metric.CUSTOMER_DISTRIBUTION, name, 5L, "Paris", 1L);

        for (ChartSize size : SIZES) {
            assertThat(dataArea(products, size).getWidth()).isGreaterThanOrEqualTo(size.width() / 2.0);
            assertThat(dataArea(cities, size).getWidth()).isGreaterThanOrEqualTo(size.width() / 2.0);
        }
    }

    static Stream<String> hostileNames() {
        return Stream.of(
                "",
                " ",
                "W".repeat(255),
                "שלום עולם ".repeat(25),
                "السلام عليكم ﷽ ".repeat(15),
                "東京都千代田区".repeat(36),
                "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪".repeat(10),
                "a\u0000b\u0007c\u001B[31m\r\nd\u2028e",
                "\u202Eoverride\u202C",
                "\uD800 half a character \uDC00",
                "Z" + "\u0337\u0321\u0353\u0301".repeat(60) + "algo",
                "\u200B\u200D\uFEFF",
                "\uFDD0\uFFFF\uDBFF\uDFFF",
                "<html><b>bold</b></html>",
                "%s %n {0}");
    }

    @Test
    void drawsTheSameOnMachinesInAllLanguages() {
        Locale machine = Locale.getDefault();
        byte[] here = renderer.png(Results.plenty(Metric.MONTHLY_REVENUE), ChartSize.DEFAULT);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(renderer.png(Results.plenty(Metric.MONTHLY_REVENUE), ChartSize.DEFAULT))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(machine);
        }
    }

    private CategoryPlot categoryPlot(MetricResult result) {
        return (CategoryPlot) renderer.chart(result, ChartSize.DEFAULT).getPlot();
    }

    private static List<String> names(CategoryPlot plot) {
        return ((NameAxis) plot.getDomainAxis()).labels();
    }

    private static String subtitle(JFreeChart chart) {
        return ((TextTitle) chart.getSubtitle(0)).getText();
    }

    private Rectangle2D dataArea(MetricResult result, ChartSize size) {
        BufferedImage image = new BufferedImage(
                size.width() * size.scale(), size.height() * size.scale(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(size.scale(), size.scale());
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        renderer.chart(result, size).draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()), info);
        graphics.dispose();
        return info.getPlotInfo().getDataArea();
    }

    private static BufferedImage decode(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static long countOf(BufferedImage picture, Palette colour) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return IntStream.of(pixels)
                .filter(pixel -> pixel == colour.color().getRGB())
                .count();
    }
}
