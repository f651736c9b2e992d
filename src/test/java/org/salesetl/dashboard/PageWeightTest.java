package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much a browser fetches that has never been here. */
class PageWeightTest extends BrowserTest {

    private static final Logger log = LoggerFactory.getLogger(PageWeightTest.class);
    private static final int MOST_BYTES = 350_000;

    private static final String FETCHED = """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .map(({ name, transferSize }) => `${String(transferSize).padStart(7)} ${new URL(name).pathname}`)
            """;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/analytics"})
    void staysLight(String path) {
        loadShop();
        Page fresh = visit(new Browser.NewContextOptions());

        fresh.navigate(path);
        PlaywrightAssertions.assertThat(fresh.locator("[data-chart]:empty")).hasCount(0);

        @SuppressWarnings("unchecked")
        List<String> fetched = (List<String>) fresh.evaluate(FETCHED);
        int sum = fetched.stream()
                .mapToInt(line -> Integer.parseInt(line.strip().split(" ", 2)[0]))
                .sum();
        log.info("{} fetches {} bytes:\n{}", path, sum, String.join("\n", fetched));
        assertThat(fetched)
                .anyMatch(line -> line.contains("/js/"))
                .anyMatch(line -> line.contains("/echarts/"))
                .anyMatch(line -> line.contains("/api/metrics/"));
        assertThat(sum).as(() -> String.join("\n", fetched)).isLessThan(MOST_BYTES);
    }
}
