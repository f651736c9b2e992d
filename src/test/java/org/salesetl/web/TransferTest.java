package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;

/** How answers cross the network, and what browsers keep. */
class TransferTest extends ApiTest {

    private static final Pattern STYLE_SHEET = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/analytics", "/etl", "/api/etl/runs", "/api/metrics/top-cities"})
    void letsBrowsersKeepWhatEverybodyMayRead(String path) {
        assertThat(api.get(path).header("Cache-Control")).contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/analytics", "/api/etl/runs"})
    void keepsNothingOfAUserWhoHasSignedIn(String path) {
        assertThat(api.getAsAdmin(path).header("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void hasOneStyleSheetForEver() {
        List<String> sheets = STYLE_SHEET
                .matcher(api.get("/").text())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(sheets).hasSize(1);

        Answer packed = api.get(sheets.get(0), "Accept-Encoding", "gzip");
        assertThat(packed.header("Cache-Control").orElse("")).contains("immutable");
        assertThat(packed.header("Content-Encoding")).contains("gzip");
        assertThat(api.get(sheets.get(0)).text())
                .contains("Bootstrap", ".btn-primary{", ".bi-upload{--icon:", ".site-header {")
                .doesNotContain(".carousel");
    }

    /** The server compresses no answer with a strong tag. */
    @Test
    void marksAnswersWithTagsThatAllowCompression() {
        Answer answer = api.get("/api/metrics/top-cities");
        String tag = answer.header("ETag").orElse("");

        assertThat(tag).startsWith("W/");
        assertThat(api.get("/api/metrics/top-cities", "If-None-Match", tag).status())
                .isEqualTo(304);
    }
}
