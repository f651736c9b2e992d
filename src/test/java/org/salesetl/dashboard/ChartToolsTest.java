package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Charts can be enlarged, downloaded and printed. */
class ChartToolsTest extends BrowserTest {

    @Test
    void enlargesAChart() {
        loadShop();
        open("/analytics");
        double usual = page.locator("#top-cities .chart").boundingBox().width;

        page.getByLabel("Enlarge: Where does revenue come from?").click();

        assertThat(page.locator("#enlarged")).isVisible();
        assertThat(page.locator("#enlarged h2")).hasText("Where does revenue come from?");
        assertThat(page.locator("#enlarged canvas")).isVisible();
        assertThat(page.locator("#enlarged .chart").boundingBox().width).isGreaterThan(1.5 * usual);
        page.keyboard().press("Escape");
        assertThat(page.locator("#enlarged")).isHidden();
        assertThat(page.getByLabel("Enlarge: Where does revenue come from?")).isFocused();
        assertThat(page.locator("#enlarged canvas")).hasCount(0);
    }

    /** Readers who do not see the colour see stripes. */
    @Test
    void marksNegativeValuesByColourAndStripes() {
        loadShop();
        open("/analytics");

        List<?> styles = (List<?>) page.evaluate("""
                async () => {
                  const { options } = await import(document.querySelector('script[src$="/charts.js"]').src.replace('charts.js', 'options.js'));
                  const answer = { metric: 'category-revenue', columns: ['category', 'revenue'], rows: [['Sold', 5], ['Returned', -2]] };
                  const { series } = options(answer, { count: String, money: String, short: String });
                  return series[0].data.map(({ itemStyle }) => [itemStyle.color, 'decal' in itemStyle]);
                }
                """);

        List<?> above = (List<?>) styles.get(0);
        List<?> below = (List<?>) styles.get(1);
        assertThat(below.get(0)).isNotEqualTo(above.get(0));
        assertThat(List.of(above.get(1), below.get(1))).isEqualTo(List.of(false, true));
    }

    @Test
    void writesNumbersAndDatesInTheConfiguredLanguage() {
        loadShop();
        open("/analytics");
        assertThat(page.locator("html")).hasAttribute("data-locale", "en-GB");

        assertThat(page.evaluate("""
                        async () => {
                          Object.assign(document.documentElement.dataset, { locale: 'de-DE', currency: 'EUR' });
                          const charts = document.querySelector('script[src$="/charts.js"]').src;
                          const { formats } = await import(charts.replace('charts.js', 'formats.js?anew'));
                          return [formats.money(12310.5), formats.count(5009), formats.short(1234567), formats.period('week', '2025-03-03')];
                        }
                        """)).isEqualTo(List.of("12.310,50\u00a0€", "5.009", "1,235M", "3. März 2025"));
    }

    @Test
    void offersAChartAsSvg() throws IOException {
        loadShop();
        open("/analytics?category=Home");

        Download svg = page.waitForDownload(
                () -> page.getByLabel("SVG: Where does revenue come from?").click());

        assertThat(svg.suggestedFilename()).isEqualTo("top-cities.svg");
        assertThat(Files.readString(svg.path()))
                .startsWith("<svg")
                .contains("Where does revenue come from?")
                .contains("Lyon")
                .contains("Paris");
    }

    @Test
    void offersAChartAsPng() throws IOException {
        loadShop();
        open("/analytics?category=Home");

        Download png = page.waitForDownload(
                () -> page.getByLabel("PNG: Where does revenue come from?").click());

        assertThat(png.suggestedFilename()).isEqualTo("top-cities.png");
        assertThat(Files.readAllBytes(png.path())).startsWith(0x89, 'P', 'N', 'G');
    }

    /** A page of A4 is 794 CSS pixels wide. */
    @Test
    void printsTheFilteredDashboard() {
        loadShop();
        Page paper = visit(new Browser.NewContextOptions().setViewportSize(794, 1123));
        paper.navigate("/analytics?city=Paris");
        assertThat(paper.locator("#top-cities canvas")).isVisible();
        // charts that nobody has seen yet are drawn one by one, and nothing is drawn for paper
        assertThat(paper.locator(".chart canvas")).hasCount(10);
        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(paper.locator(".active-filters")).isVisible();
        assertThat(paper.locator(".filter-fields")).isHidden();
        assertThat(paper.locator(".site-header")).isHidden();
        assertThat(paper.locator(".chart-foot").first()).isHidden();
        BoundingBox first = paper.locator(".chart-card").nth(0).boundingBox();
        BoundingBox second = paper.locator(".chart-card").nth(1).boundingBox();
        assertThat(second.y).isEqualTo(first.y);
        assertThat(second.x + second.width).isLessThanOrEqualTo(794);
        assertThat((Boolean) paper.evaluate(
                        "[...document.querySelectorAll('.chart canvas')].every(canvas => canvas.getBoundingClientRect().width"
                                + " <= canvas.closest('.chart').getBoundingClientRect().width + 1"
                                + " && canvas.getBoundingClientRect().height > 100)"))
                .isTrue();
        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        paper.pdf(
                new Page.PdfOptions().setPreferCSSPageSize(true).setPath(Path.of("target/screenshots/analytics.pdf")));
    }
}
