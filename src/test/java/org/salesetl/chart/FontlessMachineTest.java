package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricResult;

/** On Linux, Java finds fonts through fontconfig, and its font manager does not start if fontconfig knows no fonts. */
@EnabledOnOs(OS.LINUX)
class FontlessMachineTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void drawsTheSamePicturesWithoutAnyFonts() throws Exception {
        Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>\n");
        Path log = folder.resolve("log.txt");
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Java keeps a list of the fonts of the machine in the home folder
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString());
        child.environment().put("FONTCONFIG_FILE", noFonts.toString());
        child.environment().remove("DISPLAY");
        child.redirectErrorStream(true).redirectOutput(log.toFile());

        Process process = child.start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(log).content().isEqualTo("font manager needed help: true\n");
        for (MetricResult result : results()) {
            assertThat(new ChartRenderer(Results.ENGLISH).png(result, ChartSize.DEFAULT))
                    .as(result.metric().slug())
                    .isEqualTo(Files.readAllBytes(picture(folder, result)));
        }
    }

    private static List<MetricResult> results() {
        return List.of(
                Results.plenty(Metric.TOP_CUSTOMERS),
                Results.plenty(Metric.MONTHLY_REVENUE),
                Results.plenty(Metric.ORDERS_PER_WEEKDAY),
                Results.of(Metric.CUSTOMER_DISTRIBUTION, "Orléans", 9L, "ירושלים", 7L, "Αθήνα", 5L, "القاهرة", 3L),
                new MetricResult(Metric.PRICE_VS_QUANTITY, List.of()));
    }

    private static Path picture(Path folder, MetricResult result) {
        return folder.resolve(result.metric().slug() + ".png");
    }

    static final class Child {

        public static void main(String[] arguments) throws IOException {
            for (MetricResult result : results()) {
                Files.write(
                        picture(Path.of(arguments[0]), result),
                        new ChartRenderer(Results.ENGLISH).png(result, ChartSize.DEFAULT));
            }
            System.out.println("font manager needed help: " + (System.getProperty("sun.awt.fontconfig") != null));
        }
    }
}
