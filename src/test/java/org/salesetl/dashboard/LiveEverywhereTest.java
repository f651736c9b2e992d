package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After a load, every page that was open shows, element by element, what it shows when it is opened anew. */
class LiveEverywhereTest extends BrowserTest {

    /** Every element with its attributes and its own text; of a chart, what is drawn. */
    private static final String ELEMENTS = """
            () => [...document.querySelectorAll('body *')]
              .filter((element) => !element.matches('noscript, noscript *, script, datalist *, [data-chart] *, #live, #live *'))
              .map((element) => {
                const attributes = [...element.attributes]
                  .filter(({ name }) => !['style', 'tabindex', '_echarts_instance_'].includes(name) && !(name === 'value' && element.name === '_csrf'))
                  .map(({ name, value }) => `${name}=${value}`).sort();
                const text = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data.trim()).join(' ').trim();
                const drawn = 'chart' in element.dataset ? window.echarts?.getInstanceByDom(element)?.getOption().series[0].data.map((mark) => mark && mark.value) : '';
                return `${element.localName} ${attributes.join(' ')} ${text} ${JSON.stringify(drawn)}`;
              })
            """;

    @Test
    void changesEverythingThatComesFromDataOnEveryPage() {
        loadShop();
        List<String> paths = List.of(
                "/",
                "/analytics",
                "/analytics?city=Paris&from=2025-01-01&to=2025-12-31",
                "/product?product=P1",
                "/customer?customer=C2",
                "/facts?city=Lyon",
                "/data/fact_sales",
                "/data/dim_customer",
                "/etl",
                "/quarantine",
                "/questions",
                "/checks");
        Map<String, Page> shown = open(paths);

        drop("more-customers.csv", "customer_id,name,city", "C9,Olaf,Oslo");
        drop(
                "more.csv",
                "order_id,customer_id,product_id,order_date,quantity,price",
                "O8,C2,P1,2026-06-07,5,1.50",
                "O9,C3,P2,2026-06-08,5,20.00",
                "O10,C3,P2,never,5,20.00");
        drop("liste.csv", "Bestellnr;Datum;Artikel;Menge;Preis", "1;03/04/2025;Tasse;2;1,500");
        awaitFiles(6);

        requireSameAsAnew(shown);
    }

    @Test
    void showsTheFirstDataOnEveryPage() {
        Map<String, Page> shown = open(List.of("/", "/analytics", "/data/fact_sales", "/etl", "/quarantine"));

        loadShop();

        requireSameAsAnew(shown);
    }

    @Test
    void keepsWhatTheReaderHasBegunToWrite() {
        loadShop();
        signIn();
        open("/quarantine");
        page.getByLabel("Note").fill("ordered by");
        page.getByLabel("Choose line 5 of sales.csv").check();

        drop("more.csv", "order_id,customer_id,product_id,order_date,quantity", "O9,C3,P2,never,5");
        awaitFiles(4);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(page.locator(".nav-count").innerText()).isEqualTo("3"));
        assertThat(page.getByLabel("Note").inputValue()).isEqualTo("ordered by");
        assertThat(page.getByLabel("Choose line 5 of sales.csv").isChecked()).isTrue();
        assertThat(page.locator(".quarantine-table tbody tr").count()).isEqualTo(2);
    }

    @Test
    void keepsOpenTablesAndTheFocus() {
        loadShop();
        open("/analytics");
        page.locator("#top-cities summary").click();
        page.locator("#top-cities tbody .only-this").first().focus();

        drop("more.csv", "order_id,customer_id,product_id,order_date,quantity", "O9,C3,P2,2025-04-01,5");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(page.locator("#top-cities tbody tr").count()).isEqualTo(3));
        assertThat(page.locator("#top-cities details").getAttribute("open")).isNotNull();
        assertThat((Boolean) page.evaluate("document.activeElement.matches('#top-cities .only-this')"))
                .isTrue();
    }

    private Map<String, Page> open(List<String> paths) {
        Map<String, Page> shown = new LinkedHashMap<>();
        // each page in a window of its own, because a browser has six connections for all tabs of a window
        paths.forEach(path -> {
            Page other = visit(new Browser.NewContextOptions().setViewportSize(1280, 900));
            other.navigate(path);
            other.evaluate("window.stays = true");
            shown.put(path, other);
        });
        return shown;
    }

    private void requireSameAsAnew(Map<String, Page> shown) {
        shown.forEach((path, live) -> {
            open(path);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    difference((List<?>) live.evaluate(ELEMENTS), (List<?>) page.evaluate(ELEMENTS)))
                            .as("what an open page shows of " + path)
                            .isEmpty());
            assertThat(live.evaluate("window.stays")).as(path).isEqualTo(true);
        });
    }

    /** The first element that differs, and the elements around it; empty if all are the same. */
    private static String difference(List<?> live, List<?> anew) {
        for (int place = 0; place < Math.max(live.size(), anew.size()); place++) {
            if (place >= live.size() || place >= anew.size() || !live.get(place).equals(anew.get(place))) {
                return "shown: " + around(live, place) + "\nanew:  " + around(anew, place);
            }
        }
        return "";
    }

    private static List<?> around(List<?> elements, int place) {
        return elements.subList(
                Math.min(elements.size(), Math.max(0, place - 2)), Math.min(elements.size(), place + 3));
    }
}
