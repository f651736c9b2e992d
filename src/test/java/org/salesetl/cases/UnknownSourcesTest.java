package org.salesetl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.ApiTest;

/** Exports of shops, tills and accounting programs that no mapping knows: what is suggested loads them right. */
class UnknownSourcesTest extends ApiTest {

    private static final Path FILES = Path.of("src/test/resources/asked");
    private static final int MOST_ROUNDS = 3;

    @Tag("reading")
    @ParameterizedTest
    @CsvSource({
        "vend-sales-history.csv, columns guests, 37.00, 3, 2, 1",
        "magento2-items.csv, columns, 53.00, 2, 1, 1",
        "opencart.csv, columns, 55.00, 2, 1, 1",
        "wix-orders.csv, columns, 43.50, 3, 2, 2",
        "sage50-items.csv, columns status, 39.50, 3, 2, 1",
        "sap-list.txt, columns returns, 1411.80, 4, 3, 2",
        "mercadolibre.csv, columns, 34000.00, 2, 2, 1",
        "tiktok-shop.csv, columns, 53.00, 2, 2, 1",
        "gumroad.csv, amount columns status, 57.00, 2, 2, 2",
        "farmacia.csv, columns guests returns, 7.50, 4, 3, 1",
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
        "nl-boekhouding.csv, columns status, 43.00, 3, 2, 1",
        "wholesale.csv, columns returns, 210.28, 4, 3, 2",
        "smartstore-kr.csv, columns, 55000.00, 2, 1, 1",
        "signs.csv, columns returns, 42.50, 3, 3, 0",
        "kasse.xlsx, columns, 67.50, 3, 3, 0",
        "fastspring.tsv, columns, 118.00, 3, 2, 0",
        "till-returns.csv, columns guests returns, 15.00, 3, 3, 1",
        "credit-amounts.csv, columns returns, 15.00, 3, 3, 2",
        "no-quantity.csv, columns returns, 30.00, 3, 3, 2",
        "amounts-without-sign.csv, columns returns, 20.00, 2, 2, 1",
        "sap-orders.txt, columns returns, 1320.50, 3, 2, 2",
        "drawn-lines.csv, columns, 17.00, 2, 2, 2",
        "order-subtotals.csv, columns, 19.50, 3, 2, 2",
        "order-totals.csv, columns, 19.50, 2, 2, 2",
        "group-header.csv, columns, 23.00, 3, 2, 2",
        "wrapped-header.csv, columns, 23.00, 3, 2, 2",
        "merged-titles.xlsx, columns guests, 29.50, 3, 2, 1",
        "price-of-line.csv, columns, 29.00, 4, 4, 2",
        "price-adds-up.csv, columns, 23.00, 3, 2, 2",
        "sumup-es.csv, columns, 31.40, 4, 3, 0",
        "retour.csv, columns status, 20.00, 2, 2, 1",
        "wildberries.csv, columns status, 2400.00, 4, 4, 0",
        "pos-jp.csv, columns status, 3300.00, 3, 2, 0",
        "restaurant-lines.csv, columns returns status, 61.00, 6, 3, 0",
        "sales-book-de.csv, columns returns, 233.00, 4, 3, 2",
        "sale-lines.csv, amount columns guests returns, 81.00, 4, 4, 1",
        "salon.csv, columns returns, 123.00, 5, 4, 3",
        "mindbody.csv, amount columns returns, 161.00, 4, 4, 3",
        "zettle.csv, amount columns returns, 111.00, 4, 3, 0",
        "xero-invoices.csv, columns status, 430.00, 3, 3, 2",
        "chargebee.csv, amount columns, 144.00, 2, 2, 2",
        "tally-items.csv, columns, 1340.00, 3, 2, 2",
        "eventbrite.csv, columns status, 115.00, 4, 3, 3",
        "airbnb.csv, columns status, 750.00, 3, 3, 3",
        "shopee-id.csv, columns numbers, 295000.00, 3, 2, 2",
        "bling-br.csv, columns, 1239.80, 3, 2, 2",
        "woo-fr.csv, columns status, 47.00, 3, 2, 2",
        "equal-names.csv, columns, 31.00, 3, 2, 2",
        "hebrew.csv, columns, 230.00, 3, 3, 2",
        "hotel-de.csv, columns returns, 450.00, 5, 4, 3",
        "marketplace-fr.csv, columns, 84.80, 2, 2, 2",
        "sage-codes.csv, columns status, 560.00, 3, 3, 2",
        "price-called-net.csv, columns, 46.00, 3, 2, 2",
        "till-flags.csv, columns status, 20.00, 2, 2, 0",
        "abbreviated-us.csv, columns, 30.00, 2, 2, 2",
        "payouts.csv, columns, 33.00, 4, 3, 2",
        "payouts-br.csv, columns, 33.00, 4, 3, 2",
        "document-taxes.csv, columns, 35.00, 5, 3, 2",
        "moloni-pt.csv, columns status, 46.65, 4, 3, 2",
        "garage-uk.csv, columns returns, 238.30, 5, 3, 2",
        "fortnox-se.csv, columns returns status, 11878.50, 4, 3, 2",
        "erpnext-in.csv, columns returns, 2750.00, 4, 3, 2",
        "merit-ee.csv, columns returns, 305.38, 4, 3, 2",
        "faire-us.csv, columns, 411.00, 3, 2, 2",
        "depop-us.csv, columns, 97.00, 4, 4, 2",
        "prestashop-sql.csv, columns status, 105.8333, 3, 2, 2",
        "netvisor-fi.csv, columns returns, 837.48, 4, 3, 2",
        "parasut-tr.csv, columns status, 5083.50, 4, 3, 2",
        "pohoda-cz.csv, columns returns status, 6210.00, 4, 3, 2",
        "sevdesk-storno.csv, columns returns status, 106.00, 6, 4, 2",
        "smartbill-ro.csv, columns, 570.00, 5, 4, 2",
        "cassa-it.csv, columns orders returns, 9.20, 6, 4, 0",
        "allegro-orders.csv, columns, 170.50, 3, 2, 2",
        "tr-yazarkasa.csv, columns status, 237.00, 3, 2, 0",
        "fi-kassa.csv, columns status, 23.20, 3, 2, 0",
        "holded-es.csv, amount columns status, 230.34, 4, 3, 2",
        "szamlazz-hu.csv, columns returns status, 40500.00, 4, 3, 2",
        "microinvest-bg.csv, amount columns status, 350.00, 3, 2, 2",
        "bol-nl.csv, amount columns returns status, 40.00, 3, 2, 0",
        "gsheet-kr.csv, columns, 51000.00, 3, 2, 2",
        "pos-th.csv, columns, 250.00, 3, 2, 0",
        "insales-ru.csv, columns, 2550.00, 3, 2, 2",
        "cz-mesice.csv, columns, 1655.00, 3, 2, 2",
        "bcart-jp.csv, amount columns status, 20900.00, 3, 2, 2",
        "mycashflow-unpaid.csv, columns, 105.00, 3, 2, 2",
        "ebp-fr.csv, amount columns status, 1472.18, 4, 3, 2",
        "rabatt-prozent.csv, columns, 222.20, 3, 2, 2",
        "rabatt-mit-zeichen.csv, columns, 222.20, 3, 2, 2",
        "kiotviet-vn.csv, columns numbers, 800000.00, 3, 2, 2",
        "myob-au.txt, columns returns, 193.20, 4, 3, 0",
        "salla-sa.csv, columns, 290.00, 3, 2, 2",
        "woocommerce-api.json, columns, 157.40, 5, 3, 2",
        "woocommerce-api.jsonl, columns, 157.40, 5, 3, 2",
        "shopify-api.json, columns, 157.40, 5, 3, 2",
        "shopify-graphql.json, columns, 157.40, 5, 3, 2",
        "magento2-api.json, columns, 157.40, 5, 3, 2",
        "square-api.json, columns, 157.40, 5, 3, 2",
        "etsy-api.json, columns dates, 157.40, 5, 3, 2",
        "ecwid-api.json, columns, 157.40, 5, 3, 2",
        "prestashop-api.json, columns, 157.40, 5, 3, 2",
        "squarespace-api.json, columns, 157.40, 5, 3, 2",
        "toast-api.json, columns, 157.40, 5, 3, 0"
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
        "fraction-discount.csv, money, 104.65",
        "korting-nl.csv, percent, 227.725",
        "korting-nl.csv, money, 227.00"
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
    void tellWhatReturnsDoToTheRevenueAndAskOnce() {
        warehouse.drop(FILES.resolve("till-returns.csv"));
        warehouse.run();
        JsonNode returns = question("returns");
        assertThat(returns.path("text").asText())
                .isEqualTo(
                        "Are rows with negative numbers returns? 1 row has a negative quantity or amount; line 3 is the"
                                + " first one.");
        assertThat(returns.at("/choices/0/revenue").decimalValue()).isEqualByComparingTo("15.00");
        assertThat(returns.at("/choices/1/revenue").decimalValue()).isEqualByComparingTo("19.50");
        answerAsSuggested();

        warehouse.drop(
                "april.csv",
                "Receipt #;Sold on;Member;Item;How many;Each;Line value",
                "R-4;2025-04-03;;Coffee;2;4.50;9.00",
                "R-5;2025-04-04;;Cake;-1;3.00;-3.00");
        warehouse.run();

        assertThat(warehouse.entry("april.csv").status()).isEqualTo("loaded");
        assertThat(warehouse.revenue()).isEqualByComparingTo("21.00");
    }

    @Test
    void sayWhatIsMissingAndFillInTheRest() {
        warehouse.drop(FILES.resolve("orders-without-items.csv"));
        warehouse.run();

        JsonNode columns = question("columns");
        assertThat(columns.path("text").asText())
                .isEqualTo(
                        "Which column is what? No mapping knows these columns. No column looks like product_id, which sales"
                                + " need: choose it. Everything else is filled in as far as the file tells.");
        assertThat(columns.path("suggested").isNull()).isTrue();
        assertThat(columns.path("evidence"))
                .extracting(cell -> cell.at("/guess/column").asText())
                .contains("order_id", "order_date", "amount");
    }

    private JsonNode question(String about) {
        for (JsonNode question : api.get("/api/questions").json().path("questions")) {
            if (question.path("about").asText().equals(about)) {
                return question;
            }
        }
        throw new AssertionError("No question about " + about);
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

    @Test
    void keepsThisMonthWhereTheNumbersOfReceiptsStartAgainEachDay() {
        warehouse.drop(FILES.resolve("cassa-it.csv"));
        warehouse.run();
        answerAsSuggested();

        warehouse.drop(FILES.resolve("cassa-it-april.csv"));
        warehouse.run();

        assertThat(answerAsSuggested()).isEmpty();
        assertThat(warehouse.revenue()).isEqualByComparingTo("17.60");
        assertThat(warehouse.query("SELECT COUNT(*), COUNT(DISTINCT order_id) FROM fact_sales"))
                .containsExactly("9|7");
        warehouse.assertBooksBalance();
    }

    @Test
    void saysWhenSalesReplaceOthersOfAnotherDay() {
        String header = "Data;Num. scontrino;Prodotto;Quantità;Prezzo;Totale";
        warehouse.drop("march.csv", header, "13/03/2025;1;Cappuccino;2;1,60;3,20", "13/03/2025;2;Espresso;1;1,20;1,20");
        warehouse.run();
        answerAsSuggested();

        warehouse.drop("april.csv", header, "14/04/2025;1;Cappuccino;1;1,60;1,60", "14/04/2025;3;Espresso;3;1,20;3,60");
        warehouse.run();

        assertThat(api.get("/api/etl/runs/" + warehouse.entry("april.csv").run())
                        .text())
                .contains("april.csv: 1 sale replaced a sale of another day.");
    }

    @Test
    void replacesNothingWhereTheDayOfAReceiptIsCorrected() {
        warehouse.drop(
                "till.csv",
                "Data;Num. scontrino;Prodotto;Quantità;Prezzo;Totale",
                "13/03/2025;1;Cappuccino;2;1,60;3,20",
                "13/03/2025;2;Espresso;1;1,20;1,20",
                "14/03/2025;1;Cappuccino;1;1,60;1,60",
                "14/03/2025;2;Espresso;3;1,20;3,60",
                "99/03/2025;1;Cappuccino;4;1,60;6,40");
        warehouse.run();
        answerAsSuggested();
        assertThat(warehouse.revenue()).isEqualByComparingTo("9.60");

        String row = warehouse
                .query("SELECT quarantine_id FROM quarantine WHERE status = 'rejected'")
                .get(0);
        api.postAsAdmin("/api/quarantine/retry", "{\"ids\":[" + row + "],\"cells\":{\"Data\":\"14/03/2025\"}}");
        warehouse.awaitEnd();

        assertThat(warehouse.revenue()).isEqualByComparingTo("16.00");
        warehouse.assertBooksBalance();
    }

    /** The few rows that come back do not tell what their discounts count. */
    @Test
    void readsDiscountsOfCorrectedRowsAsThoseOfTheirFile() {
        warehouse.drop(
                "rabatt.csv",
                "Rechnung;Datum;Kunde;Artikel;Menge;Preis;Rabatt %",
                "R1;25.03.2025;Ann;Tee;10;18,00;10",
                "R2;99.03.2025;Bo;Tee;10;18,00;0,5",
                "R3;27.03.2025;Bo;Tee;1;18,00;0",
                "R4;28.03.2025;Ann;Tee;1;18,00;0");
        warehouse.run();
        answerAsSuggested();
        assertThat(warehouse.revenue()).isEqualByComparingTo("198.00");

        String row = warehouse
                .query("SELECT quarantine_id FROM quarantine WHERE status = 'rejected'")
                .get(0);
        api.postAsAdmin("/api/quarantine/retry", "{\"ids\":[" + row + "],\"cells\":{\"Datum\":\"26.03.2025\"}}");
        warehouse.awaitEnd();

        assertThat(warehouse.revenue()).isEqualByComparingTo("377.10");
        warehouse.assertBooksBalance();
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
