package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.salesetl.web.MessageFiles;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** All pages of an installation whose language is German. It ends with the test, because it has the same inbox as the other tests. */
@DirtiesContext
@TestPropertySource(properties = {"sales-etl.locale=de-DE", "sales-etl.data=target/german-test/data"})
class GermanPagesTest extends ApiTest {

    private static final Pattern VALUE = Pattern.compile("\\{\\d(,choice,([^{}]|\\{\\d})*)?}");
    private static final Pattern COLUMN = Pattern.compile("[a-z_]*");
    /** Shorter parts of sentences, such as "and", are in the names of files as well. */
    private static final int SHORTEST = 6;

    private static final String[] HTML = {"Accept", "text/html"};

    @Test
    void areGermanFromTheTitleToTheFooter() {
        loadShop();
        warehouse.drop("notes.csv", "this,is,something", "1,2,3");
        warehouse.drop("liste.csv", "Bestellnr;Datum;Artikel;Menge;Preis", "1;03/04/2025;Tasse;2;1,500");
        warehouse.drop(
                "cancelled.csv",
                "sale_id,customer_id,product_id,order_date,quantity,price,status",
                "S99,C1,P1,2025-01-06,10,1.50,cancelled");
        int run = warehouse.run().id();
        int file = warehouse.entry("cancelled.csv").id();
        int row = warehouse.count("SELECT MIN(quarantine_id) FROM quarantine WHERE status = 'rejected'");

        Map<String, Pattern> english = englishOnly();
        List<String> problems = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/analytics?period=all",
                "/product?product=P1",
                "/customer?customer=C1",
                "/checks",
                "/data/fact_sales",
                "/data/dim_customer?q=nobody",
                "/etl",
                "/etl/reload",
                "/etl/runs/" + run,
                "/quarantine",
                "/quarantine?q=nothing",
                "/quarantine/" + row,
                "/files/" + file + "/left-out",
                "/files/" + file + "/lines/2",
                "/facts?city=Paris",
                "/questions",
                "/mappings",
                "/mapping",
                "/mapping?name=Shopify%20orders",
                "/no-such-page",
                "/facts?from=x",
                "/sign-in")) {
            for (Answer answer : List.of(api.get(path, HTML), api.getAsAdmin(path, HTML))) {
                Document page = Jsoup.parse(answer.text());
                assertThat(page.select("html").attr("lang")).as(path).isEqualTo("de");
                texts(page)
                        .forEach(text -> english.forEach((key, sentence) -> {
                            if (sentence.matcher(text).matches() || text.contains("??")) {
                                problems.add(path + ": " + text + " (" + key + ")");
                            }
                        }));
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void sayWhatIsWrongWithEachRow() {
        loadShop();
        warehouse.drop("more.csv", "sale_id,customer_id,product_id,order_date,quantity", "S8,C1,P1,2025-03-04,many");
        warehouse.run();

        assertThat(Jsoup.parse(api.get("/quarantine").text()).select(".faults").eachText())
                .anySatisfy(fault -> assertThat(fault).contains("erwartet: ein Datum wie", "gefunden: 2025-02-30"))
                .anySatisfy(fault -> assertThat(fault).contains("erwartet: eine Zahl unter", "gefunden: many"))
                .anySatisfy(fault -> assertThat(fault).contains("erwartet: ein bekannter Kunde; gefunden: C9."))
                .noneSatisfy(fault -> assertThat(fault).contains("expected"));
    }

    @Test
    void writeNumbersDatesAndPluralsAsGermansDo() {
        loadShop();

        Document home = Jsoup.parse(api.get("/").text());
        assertThat(home.select("main").text())
                .contains(
                        "Alle Verkäufe vom 06.01.2025 bis zum 03.03.2025.",
                        "Umsatz 58,99",
                        "Der Kunde ist noch nicht bekannt");
        assertThat(Jsoup.parse(api.get("/quarantine").text()).select(".lead").text())
                .isEqualTo(
                        "1 Zeile ist zu berichtigen, 1 Verkauf wartet auf Angaben. Mindestens 4,00 Umsatz warten hier.");
    }

    /** The sentences of the English file that the German file has in other words. */
    private static Map<String, Pattern> englishOnly() {
        Map<String, String> german = MessageFiles.of("messages_de.properties");
        return MessageFiles.of("messages.properties").entrySet().stream()
                .filter(entry -> !german.containsValue(entry.getValue()))
                .filter(entry ->
                        VALUE.matcher(entry.getValue()).replaceAll("").strip().length() >= SHORTEST)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> pattern(entry.getValue())));
    }

    private static Pattern pattern(String sentence) {
        return Pattern.compile(
                Stream.of(VALUE.split(sentence, -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** What readers see or hear of a page, without the names of columns and mappings, which files have as well. */
    private static List<String> texts(Document page) {
        List<String> texts = new ArrayList<>();
        page.select("a[href^=/mapping]").remove();
        for (Element element : page.getAllElements()) {
            element.textNodes().stream().map(TextNode::text).forEach(texts::add);
            List.of("aria-label", "title", "placeholder", "alt").forEach(name -> texts.add(element.attr(name)));
        }
        return texts.stream()
                .map(String::strip)
                .filter(text -> !COLUMN.matcher(text).matches())
                .toList();
    }
}
