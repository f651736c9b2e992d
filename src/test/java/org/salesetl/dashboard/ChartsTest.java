package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the charts of a page draw, and what a click on them does. */
class ChartsTest extends BrowserTest {

    /** The texts of all charts that an edge cuts, and those that lie on each other. */
    private static final String SPOILED = """
            () => [...document.querySelectorAll('[data-chart]')].flatMap((place) => {
              const chart = echarts.getInstanceByDom(place);
              if (!chart) {
                return [];
              }
              const texts = chart.getZr().storage.getDisplayList(true)
                .filter((part) => part.type === 'tspan' && !part.ignore && !part.invisible)
                .map((part) => {
                  const box = part.getBoundingRect().clone();
                  const { x, textAlign } = part.style;
                  box.x = x - box.width * ({ right: 1, center: 0.5 }[textAlign] ?? 0);
                  box.applyTransform(part.getComputedTransform?.() ?? part.transform);
                  return { text: part.style.text, box };
                });
              const cut = texts.filter(({ box }) => box.x < -1 || box.y < -1 || box.x + box.width > chart.getWidth() + 1 || box.y + box.height > chart.getHeight() + 1);
              const covered = texts.filter((one, index) => texts.some((other, place) => place > index
                && one.box.x < other.box.x + other.box.width - 1 && other.box.x < one.box.x + one.box.width - 1
                && one.box.y < other.box.y + other.box.height - 2 && other.box.y < one.box.y + one.box.height - 2));
              const name = place.closest('.chart-card').id;
              return [...cut.map(({ text, box }) => `${name}: ${text} is cut, from ${Math.round(box.x)} to ${Math.round(box.x + box.width)} of ${chart.getWidth()}`), ...covered.map(({ text }) => `${name}: ${text} is covered`)];
            })
            """;

    @Test
    void followsAClickAnywhereInAColumnOfALine() {
        loadShop();
        open("/analytics");

        // far above the point of January, which is the lower one
        click("monthly-revenue", 0.25, 0.2);

        page.waitForURL(base() + "/analytics?from=2025-01-01&to=2025-01-31&by=week");
    }

    @Test
    void followsAClickAnywhereInTheRowOfABar() {
        loadShop();
        open("/analytics");

        // right of the end of the bar
        click("top-cities", 0.9, 0.65);

        page.waitForURL(base() + "/analytics?city=Paris");
    }

    @Test
    void movesUnlessTheReaderWantsNothingToMove() {
        loadShop();
        String moves = "echarts.getInstanceByDom(document.querySelector('#top-cities .chart')).getOption().animation";

        open("/analytics");
        assertThat(page.locator("#top-cities canvas")).isVisible();
        assertThat(page.evaluate(moves)).isEqualTo(false);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        open("/analytics");
        assertThat(page.locator("#top-cities canvas")).isVisible();
        assertThat(page.evaluate(moves)).isEqualTo(true);
    }

    @Test
    void cutsAndCoversNoText() {
        loadShop();
        List<String> lines = new ArrayList<>(List.of("order_id,customer_id,product_id,order_date,quantity,price"));
        for (int week = 0; week < 26; week++) {
            lines.add("W" + week + ",C1,P1," + LocalDate.of(2025, 1, 6).plusWeeks(week) + "," + (week * 997 + 1)
                    + ",1234.50");
        }
        drop("weeks.csv", lines.toArray(String[]::new));
        awaitFiles(4);

        for (int width : List.of(360, 768, 1440)) {
            page.setViewportSize(width, 900);
            for (String path :
                    List.of("/analytics", "/analytics?by=week", "/analytics?by=day&from=2025-01-01&to=2025-02-15")) {
                open(path);
                assertThat(page.locator("#price-vs-quantity canvas")).isVisible();
                page.waitForTimeout(500);
                assertThat((List<?>) page.evaluate(SPOILED))
                        .as(path + " at " + width)
                        .isEmpty();
            }
        }
    }

    @Test
    void tellsTwoPeopleOfTheSameNameApart() {
        loadShop();
        drop("twins.csv", "customer_id,name,city", "T1,Ann Lee,Paris", "T2,Ann Lee,Lyon");
        awaitFiles(4);
        drop(
                "sales-of-twins.csv",
                "order_id,customer_id,product_id,order_date,quantity",
                "O8,T1,P2,2025-03-05,5",
                "O9,T2,P2,2025-03-05,4");
        awaitFiles(5);

        open("/analytics");

        assertThat(page.locator("#top-customers canvas")).isVisible();
        assertThat(
                        (List<?>)
                                page.evaluate(
                                        "echarts.getInstanceByDom(document.querySelector('#top-customers .chart')).getOption().yAxis[0].data"))
                .map(String::valueOf)
                .contains("Ann Lee\n(T1)", "Ann Lee\n(T2)", "Ben Baker");
        assertThat(((Number) page.evaluate("""
                () => {
                  const texts = echarts.getInstanceByDom(document.querySelector('#top-customers .chart')).getZr().storage
                    .getDisplayList(true).filter(({ type }) => type === 'tspan');
                  const heightOf = (wanted) => {
                    const part = texts.find(({ style }) => style.text === wanted);
                    return part.style.y + (part.getComputedTransform()?.[5] ?? 0);
                  };
                  return heightOf('(T1)') - heightOf('Ann Lee');
                }""")).doubleValue())
                .as("the distance of a name and the id below it")
                .isBetween(11.0, 20.0);
        page.locator("#top-customers .chart").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#chart-said")).containsText("Ann Lee (T1) revenue: 100.00");
    }

    @Test
    void showsTheBarThatAFilterChoosesAmongTheOthers() {
        loadShop();

        open("/analytics?city=Paris");

        assertThat(page.locator("#top-cities canvas")).isVisible();
        assertThat(bars("top-cities"))
                .contains("Paris 1")
                .hasSizeGreaterThan(1)
                .allMatch(bar -> bar.equals("Paris 1") || bar.endsWith(" 0.3"));
        assertThat(bars("category-revenue")).isNotEmpty().allMatch(bar -> bar.endsWith(" 1"));

        open("/analytics?city=Nowhere");
        assertThat(page.locator("#top-cities .chart")).hasText("Nothing was sold in this range.");
    }

    /** The name and the opacity of each bar. */
    private List<String> bars(String slug) {
        return ((List<?>) page.evaluate("""
                slug => {
                  const { series, yAxis } = echarts.getInstanceByDom(document.querySelector(`#${slug} .chart`)).getOption();
                  return series[0].data.map(({ itemStyle }, index) => `${yAxis[0].data[index]} ${itemStyle.opacity ?? 1}`);
                }""", slug))
                .stream().map(String::valueOf).toList();
    }

    private void click(String slug, double across, double down) {
        Locator chart = page.locator("#" + slug + " .chart");
        chart.scrollIntoViewIfNeeded();
        assertThat(chart.locator("canvas")).isVisible();
        BoundingBox box = chart.boundingBox();
        chart.click(new Locator.ClickOptions().setPosition(box.width * across, box.height * down));
    }
}
