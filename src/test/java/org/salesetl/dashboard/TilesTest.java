package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.web.NumberStyle;
import org.salesetl.web.TileNumber;

/** Numbers in tiles are whole on every screen, however large they are. */
class TilesTest extends BrowserTest {

    private static final List<NumberStyle> STYLES = List.of(
            new NumberStyle(Locale.US, Currency.getInstance("USD")),
            new NumberStyle(Locale.UK, Currency.getInstance("CAD")),
            new NumberStyle(Locale.GERMANY, Currency.getInstance("EUR")),
            new NumberStyle(Locale.forLanguageTag("de-CH"), Currency.getInstance("CHF")),
            new NumberStyle(Locale.forLanguageTag("hi-IN"), Currency.getInstance("INR")));

    private static final int MOST_DIGITS = 13;

    /** Writes each number into all tiles, as money or as a count, and returns the numbers that are not within their tile or lie on another one. */
    private static final String CUT = """
            (numbers) => {
              const places = [...document.querySelectorAll('.tile-number')];
              const within = (inner, outer) => inner.left >= outer.left && inner.right <= outer.right + 0.5 && inner.bottom <= outer.bottom + 0.5;
              const apart = (a, b) => a.right <= b.left + 0.5 || b.right <= a.left + 0.5 || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5;
              const box = (element) => element.getBoundingClientRect();
              return numbers.filter(({ money, count }) => {
                places.forEach((place) => {
                  const number = place.closest('.figure-main, .key-figure, .of-part') ? money : count;
                  place.textContent = number.text;
                  place.className = `tile-number tile-${number.width}`;
                });
                const boxes = places.map(box);
                return boxes.some((inner, index) => !within(inner, box(places[index].closest('.figure-tile, .key-figure, .sums > div'))))
                  || boxes.some((one, index) => boxes.slice(index + 1).some((other) => !apart(one, other)));
              }).map(({ money }) => money.text);
            }
            """;

    @Test
    void keepsEveryNumberInItsTile() {
        loadShop();
        open("/etl");
        String run = page.locator(".run-head a").first().getAttribute("href");
        for (String path : List.of("/", "/analytics", run)) {
            open(path);
            for (int width : List.of(320, 360, 390, 576, 640, 768, 992, 1024, 1200, 1280, 1440, 1920)) {
                page.setViewportSize(width, 900);
                assertThat((List<?>) page.evaluate(CUT, numbers()))
                        .as("numbers that do not fit on " + path + " at " + width + " px")
                        .isEmpty();
            }
        }
    }

    @Test
    void showsTheWholeNumberInTheTitle() {
        loadShop();
        drop(
                "large.csv",
                "order_id,customer_id,product_id,order_date,quantity,price",
                "O9,C3,P2,2025-04-01,2,1150000.25");
        awaitFiles(4);

        open("/");
        Locator revenue = page.locator(".figure-main .tile-number");
        assertThat(revenue).hasText("2.30 M");
        assertThat(revenue).hasAttribute("title", "2,300,075.50");
        open("/analytics?from=2025-04-01");
        assertThat(page.locator(".key-value .tile-number").first()).hasAttribute("title", "2,300,000.50");
    }

    private static List<Map<String, Map<String, String>>> numbers() {
        List<Map<String, Map<String, String>>> numbers = new ArrayList<>();
        for (NumberStyle style : STYLES) {
            for (int digits = 1; digits <= MOST_DIGITS; digits++) {
                BigDecimal number = BigDecimal.TEN.pow(digits).subtract(new BigDecimal("1.11"));
                Map<String, String> count = written(style.briefCount(number.toBigInteger()));
                numbers.add(Map.of("money", written(style.briefMoney(number)), "count", count));
                numbers.add(Map.of("money", written(style.briefMoney(number.negate())), "count", count));
            }
        }
        return numbers;
    }

    private static Map<String, String> written(String text) {
        return Map.of("text", text, "width", new TileNumber(text, null).width());
    }
}
