package org.salesetl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.ApiTest;

/** Exports of shops, tills and accounting programs that no mapping knows: what is suggested loads them right. */
class UnknownSourcesTest extends ApiTest {

    private static final Path FILES = Path.of("src/test/resources/asked");
    private static final int MOST_ROUNDS = 3;

    @ParameterizedTest
    @CsvSource({
        "vend-sales-history.csv, columns guests, 37.00, 3, 2, 1",
        "magento2-items.csv, columns, 53.00, 2, 1, 1",
        "opencart.csv, columns, 55.00, 2, 1, 1",
        "wix-orders.csv, columns, 43.50, 3, 2, 2",
        "sage50-items.csv, amount columns status, 39.50, 3, 2, 1",
        "sap-list.txt, columns, 1413.50, 3, 2, 2",
        "mercadolibre.csv, columns, 34000.00, 2, 2, 1",
        "tiktok-shop.csv, columns, 53.00, 2, 2, 1",
        "gumroad.csv, amount columns status, 57.00, 2, 2, 2",
        "farmacia.csv, amount columns guests, 24.51, 3, 2, 1",
        "polish-cp1250.csv, columns, 41085.00, 3, 2, 2",
        "cesky-eshop.csv, columns, 655.00, 2, 1, 1",
        "russian-cp1251.csv, columns, 1655.00, 3, 2, 2",
        "base-jp.csv, columns numbers, 5500.00, 2, 1, 1",
        "restaurant-till.csv, columns status, 68.00, 3, 2, 0",
        "order-discount-first-line.csv, amount columns, 67.50, 3, 2, 2",
        "quantities-with-units.csv, columns, 47.94, 4, 2, 2",
        "sheet-per-month.xlsx, columns, 67.50, 3, 3, 2",
        "google-sheet.csv, columns guests, 67.50, 3, 3, 2",
        "hungarian.csv, columns, 18500.00, 3, 2, 2",
        "nl-boekhouding.csv, columns status, 43.00, 3, 2, 1"
    })
    void loadRightAsSuggested(String file, String about, BigDecimal revenue, int sales, int orders, int customers) {
        warehouse.drop(FILES.resolve(file));
        warehouse.run();

        assertThat(String.join(" ", answerAsSuggested())).isEqualTo(about);

        assertThat(warehouse.revenue()).isEqualByComparingTo(revenue);
        assertThat(warehouse.query("SELECT COUNT(*), COUNT(DISTINCT order_id) FROM fact_sales"))
                .containsExactly(sales + "|" + orders);
        assertThat(warehouse.count("SELECT COUNT(*) FROM dim_customer WHERE customer_id <> ''"))
                .isEqualTo(customers);
        warehouse.assertBooksBalance();
    }

    @ParameterizedTest
    @CsvSource({
        "access-export.txt, share, 1702.70",
        "access-export.txt, money, 1961.80",
        "fraction-discount.csv, share, 90.00",
        "fraction-discount.csv, money, 104.65"
    })
    void loadDiscountsAsSharesOrAsMoney(String file, String answer, BigDecimal revenue) {
        warehouse.drop(FILES.resolve(file));
        warehouse.run();
        for (JsonNode question : api.get("/api/questions").json().path("questions")) {
            if (question.path("about").asText().equals("numbers")) {
                answer(file, "\"answers\":{\"" + question.path("id") + "\":\"" + answer + "\"},");
            }
        }

        assertThat(warehouse.revenue()).isEqualByComparingTo(revenue);
    }

    @Test
    void readTheNamesInTheirEncoding() {
        warehouse.drop(FILES.resolve("polish-cp1250.csv"));
        warehouse.run();
        answerAsSuggested();

        assertThat(warehouse.query("SELECT name FROM dim_customer WHERE customer_id <> '' ORDER BY customer_id"))
                .containsExactly("Paweł Ćwik", "Żaneta Łoś");
        assertThat(warehouse.query("SELECT product_id, name FROM dim_product ORDER BY product_id"))
                .containsExactly("DŁU-2|Długopis", "KUB-1|Kubek czerwony");
    }

    /** Answers all questions, round by round, with what is suggested; what the questions were about. */
    private Set<String> answerAsSuggested() {
        Set<String> about = new TreeSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<String> names = new ArrayList<>();
            for (JsonNode question : api.get("/api/questions").json().path("questions")) {
                about.add(question.path("about").asText());
                names.add(question.path("name").asText());
            }
            names.stream().distinct().forEach(name -> answer(name, ""));
        }
        return about;
    }

    private void answer(String name, String answers) {
        api.postAsAdmin(
                "/api/questions/answers", "{\"name\":\"" + name + "\"," + answers + "\"otherwise\":\"suggested\"}");
        warehouse.awaitEnd();
    }
}
