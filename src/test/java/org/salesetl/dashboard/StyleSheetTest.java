package org.salesetl.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesetl.chart.Palette;
import org.springframework.core.io.ClassPathResource;

class StyleSheetTest {

    @ParameterizedTest
    @EnumSource(Palette.class)
    void hasTheColoursOfTheCharts(Palette colour) throws IOException {
        assertThat(new ClassPathResource("static/css/app.css").getContentAsString(UTF_8))
                .contains("--" + colour.name().toLowerCase(Locale.ROOT) + ": " + colour.hex() + ";");
    }
}
