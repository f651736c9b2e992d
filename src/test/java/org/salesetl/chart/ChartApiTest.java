package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.salesetl.metric.Metric;

class ChartApiTest extends ApiTest {

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
    void drawsTheSliceThatIsAskedFor() {
        loadShop();

        byte[] all = api.get("/charts/category-revenue.png").bytes();
        byte[] paris = api.get("/charts/category-revenue.png?city=Paris").bytes();

        assertThat(paris).isNotEqualTo(all);
    }

    @Test
    void sendsAChartAgainOnlyWhenItHasChanged() {
        loadShop();
        String tag = api.get("/charts/top-cities.png").header("ETag").orElseThrow();

        assertThat(api.get("/charts/top-cities.png", "If-None-Match", tag).status())
                .isEqualTo(304);

        warehouse.drop("more.csv", "order_id,customer_id,product_id,order_date,quantity", "O9,C2,P2,2025-04-01,5");
        warehouse.run();
        assertThat(api.get("/charts/top-cities.png", "If-None-Match", tag).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    width=199      | width: expected a whole number from 200 to 2000 but found 199
                    height=9999    | height: expected a whole number from 150 to 1500 but found 9999
                    scale=3        | scale: expected a whole number from 1 to 2 but found 3
                    from=soon      | from: expected a date such as 2025-01-31 but found soon
                    """)
    void tellsWhatIsWrongWithARequest(String query, String detail) {
        assertProblem(api.get("/charts/top-cities.png?" + query), 400, detail);
    }

    @Test
    void tellsWhichChartsThereAre() {
        assertProblem(api.get("/charts/pie.png"), 404, "There is no metric pie; there are top-customers");
    }
}
