package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.salesetl.metric.Metric;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("http")
class ChartApiTest extends ApiTest {

    @Autowired
    private MeterRegistry meters;

    @ParameterizedTest
    @EnumSource(Metric.class)
    void drawsEachQuestion(Metric metric) throws IOException {
        loadShop();

        Answer chart = api.get("/charts/" + metric.slug() + ".png?width=640&height=400&scale=2");

        assertThat(chart.status()).isEqualTo(200);
        assertThat(chart.header("Content-Type")).contains("image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.bytes()));
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getHeight()).isEqualTo(800);
    }

    @Test
    void drawsTheSliceOfTheRequest() {
        loadShop();

        byte[] all = api.get("/charts/category-revenue.png").bytes();
        byte[] paris = api.get("/charts/category-revenue.png?city=Paris").bytes();

        assertThat(paris).isNotEqualTo(all);
    }

    @Test
    void drawsThePeriodsOfTheRequest() {
        loadShop();

        assertThat(tag("monthly-revenue.png?by=day")).isNotEqualTo(tag("monthly-revenue.png?by=week"));
        assertThat(tag("monthly-revenue.png?by=month")).isEqualTo(tag("monthly-revenue.png"));
        assertProblem(
                api.get("/charts/top-cities.png?by=day"), 400, "by: expected nothing, as top-cities is not over time");
    }

    @Test
    void sendsAChartAgainOnlyWhenItHasChanged() {
        loadShop();
        String tag = tag("top-cities.png");

        Answer unchanged = api.get("/charts/top-cities.png", "If-None-Match", tag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("ETag")).contains(tag);
        assertThat(unchanged.bytes()).isEmpty();

        warehouse.drop("more.csv", "order_id,customer_id,product_id,order_date,quantity", "O9,C2,P2,2025-04-01,5");
        warehouse.run();
        assertThat(api.get("/charts/top-cities.png", "If-None-Match", tag).status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheTagOfAChartIfALoadDidNotChangeItsRows() {
        loadShop();
        String all = tag("category-revenue.png");
        String untilMarch = tag("category-revenue.png?to=2025-03-31");
        String office = tag("average-order-value.png?category=Office");
        String customers = tag("customer-distribution.png");

        warehouse.drop("more.csv", "order_id,customer_id,product_id,order_date,quantity", "O9,C2,P2,2025-04-01,5");
        warehouse.run();
        assertThat(tag("category-revenue.png")).isNotEqualTo(all);
        assertThat(tag("category-revenue.png?to=2025-03-31")).isEqualTo(untilMarch);
        assertThat(tag("average-order-value.png?category=Office")).isEqualTo(office);
        assertThat(tag("customer-distribution.png")).isEqualTo(customers);

        warehouse.drop("new.csv", "customer_id,city", "C4,Paris");
        warehouse.run();
        assertThat(tag("average-order-value.png?category=Office")).isEqualTo(office);
        assertThat(tag("customer-distribution.png")).isNotEqualTo(customers);
    }

    @Test
    void hasADifferentTagForEachSizeAndQuestion() {
        loadShop();

        assertThat(new String[] {
                    tag("category-revenue.png"),
                    tag("category-revenue.png?width=640"),
                    tag("category-revenue.png?height=640"),
                    tag("category-revenue.png?scale=2"),
                    tag("category-revenue.png?measure=units"),
                    tag("quantity-per-category.png"),
                    tag("quantity-per-category.png?measure=units"),
                    tag("category-revenue.png?city=Atlantis"),
                    tag("top-cities.png?city=Atlantis")
                })
                .doesNotHaveDuplicates();
        assertThat(tag("category-revenue.png?width=900&height=500&scale=1")).isEqualTo(tag("category-revenue.png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void doesNotSendTheChartToAClientWithACopy(String copies) {
        loadShop();
        String tag = tag("top-cities.png");

        assertThat(api.get("/charts/top-cities.png", "If-None-Match", copies.replace("%s", tag))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "other", "\"", ","})
    void sendsTheChartToAClientWithAnotherCopy(String copies) {
        loadShop();

        assertThat(api.get("/charts/top-cities.png", "If-None-Match", copies).status())
                .isEqualTo(200);
    }

    @Test
    void drawsAChartOnce() {
        loadShop();
        double before = drawn();

        api.get("/charts/top-cities.png?width=333", "If-None-Match", "*");
        assertThat(drawn()).isEqualTo(before);

        byte[] first = api.get("/charts/top-cities.png?width=333").bytes();
        warehouse.drop("new.csv", "customer_id,city", "C4,Paris");
        warehouse.run();
        byte[] second = api.get("/charts/top-cities.png?width=333").bytes();

        assertThat(drawn()).isEqualTo(before + 1);
        assertThat(second).isEqualTo(first);
    }

    private String tag(String chart) {
        return api.get("/charts/" + chart).header("ETag").orElseThrow();
    }

    /** How many pictures were not in the cache when a client asked for them. */
    private double drawn() {
        return meters.get("cache.gets")
                .tags("cache", "charts", "result", "miss")
                .functionCounter()
                .count();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    width=199      | width: expected a whole number from 200 to 2000 but found 199
                    height=9999    | height: expected a whole number from 150 to 1500 but found 9999
                    scale=3        | scale: expected a whole number from 1 to 2 but found 3
                    from=soon      | from: expected a date such as 2025-01-31 but found soon
                    """)
    void saysWhatIsWrongWithARequest(String query, String detail) {
        assertProblem(api.get("/charts/top-cities.png?" + query), 400, detail);
    }

    @Test
    void saysWhichChartsThereAre() {
        assertProblem(api.get("/charts/pie.png"), 404, "There is no metric pie; there are top-customers");
    }
}
