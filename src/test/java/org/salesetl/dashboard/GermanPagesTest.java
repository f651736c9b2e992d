package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.salesetl.web.MessageFiles;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** All pages of an installation whose language is German. It ends with the test, because no other has its settings. */
@Tag("http")
@DirtiesContext
@TestPropertySource(properties = {"sales-etl.locale=de-DE", "tests.home=german-test"})
class GermanPagesTest extends ApiTest {

    private static final Pattern VALUE = Pattern.compile("\\{\\d(,choice,([^{}]|\\{\\d})*)?}");
    private static final Pattern COLUMN = Pattern.compile("[a-z_]*");
    /** Shorter parts of sentences, such as "and", are in the names of files as well. */
    private static final int SHORTEST = 6;

    private static final Pattern QUOTED = Pattern.compile("„[^“]*“|\"[^\"]*\"");

    /** Words of English sentences that are neither German words nor in the test files. */
    private static final Pattern ENGLISH_WORDS = Pattern.compile(
            "\\b(the|of|and|is|are|has|have|which|this|that|not|rows?|line|column|found|[Ee]xpected|with|drop|file)\\b");

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

        assertGerman(List.of(
                "/",
                "/analytics?period=all",
                "/product?product=P1",
                "/customer?customer=C1",
                "/checks",
                "/openapi",
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
                "/sign-in"));
    }

    @Test
    void askAndRefuseInGerman() throws IOException {
        loadShop();
        dropFilesWithQuestions();
        dropRefusedFiles();
        int run = warehouse.run().id();
        put("fragen.csv", "Bestellung;Datum;Kunde;Artikel;Menge;Preis", "1;03/04/2025;K1;P1;2;1,500");
        put("bild.csv", "%PDF-1.4");
        put("gut.csv", "sale_id,customer_id,product_id,order_date,quantity,price", "S50,C1,P1,31.01.2025,2,1.50");
        warehouse.check();

        assertThat(api.get("/api/questions").json().path("total").asInt()).isGreaterThan(10);
        assertGerman(List.of("/questions", "/checks", "/etl", "/etl/runs/" + run, "/quarantine"));
        Document questions = Jsoup.parse(api.get("/questions").text());
        assertThat(questions.select("legend").eachText())
                .contains(
                        "Steht in den Datumsangaben zuerst der Tag oder der Monat? Spalte order_date: In Zeile 2 steht 03/04/2025,"
                                + " und kein anderes Datum verrät mehr.",
                        "Ist eine Zeile ein Verkauf, wenn unter status „zombie“ steht? Zum ersten Mal in Zeile 2.",
                        "Welche Spalte ist was? Keine Zuordnung kennt diese Spalten.");
        assertThat(questions.select(".choice label").eachText())
                .anySatisfy(label -> assertThat(label).startsWith("Zuerst der Tag: 03/04/2025 ist der 3. April 2025"));
        assertThat(api.get("/api/questions").text()).contains("Does the day or the month come first in the dates?");
        for (String path : List.of("/questions", "/checks", "/etl/runs/" + run)) {
            assertThat(Jsoup.parse(api.get(path).text())
                            .select(
                                    "legend, .choice label, .evidence, .guess, .note p, .file-rows, details li, .message-detail")
                            .eachText())
                    .as(path)
                    .isNotEmpty()
                    .allSatisfy(text ->
                            assertThat(QUOTED.matcher(text).replaceAll("")).doesNotContainPattern(ENGLISH_WORDS));
        }
    }

    @Test
    void answerScriptsInGermanAndProgramsInEnglish() {
        String missing = "/api/etl/runs/4711";

        assertProblem(api.get(missing), 404, "There is no run 4711");
        assertProblem(api.get(missing, "Accept-Language", "en-GB,de;q=0.5"), 404, "There is no run");
        assertProblem(api.get(missing, "Accept-Language", "de"), 404, "Lauf 4711 gibt es nicht");
        assertProblem(
                api.get("/api/etl/runs?limit=many", "Accept-Language", "de-AT,en;q=0.5"),
                400,
                "limit: erwartet: eine ganze Zahl von 1 bis");
    }

    private void dropFilesWithQuestions() {
        String own = "sale_id,customer_id,product_id,order_date,quantity,price";
        warehouse.drop("tage.csv", own, "S20,C1,P1,03/04/2025,2,\"1,500\"");
        warehouse.drop("tage2.csv", own, "S21,C1,P1,31/01/2025,2,1.50", "S22,C1,P1,01/31/2025,2,1.50");
        warehouse.drop("tage3.csv", own, "S23,C1,P1,45719,2,1.50");
        warehouse.drop("tage4.csv", own, "S24,C1,P1,24-03-05,2,1.50");
        warehouse.drop("status.csv", own + ",status", "S25,C1,P1,2025-01-06,2,1.50,zombie");
        warehouse.drop(
                "umsatz.csv", own + ",amount", "S26,C1,P1,2025-01-06,2,1.50,5.00", "S27,C1,P1,2025-01-06,2,1.50,3.00");
        warehouse.drop("rabatt.csv", own + ",discount", "S28,C1,P1,2025-01-06,2,1.50,0.1");
        warehouse.drop("zwei.csv", own + ",Order Date", "S29,C1,P1,2025-01-06,2,1.50,2025-01-07");
        warehouse.drop("ohne.csv", "Bestellung,Kunde,Artikel,Datum,Menge,Preis", "1,,P1,2025-01-06,2,1.50");
        warehouse.drop(
                "minus.csv",
                "Receipt #,Sold on,Member,Item,How many,Each,Line value",
                "1,2025-01-06,Ann,Pen,-2,1.50,-3.00");
        warehouse.drop(
                "kasse.csv",
                "Bon Nr.,Tag,Wer,Was,Stk,Wert",
                "1,2025-01-06,Ann,Pen,2,3.00",
                "1,2025-01-06,Ann,Lamp,1,20.00");
        warehouse.drop("rest.csv", "a,b,c,d,e", "1,2025-01-06,Pen,2,3.00", "2,2025-01-07,Lamp,1,20.00");
    }

    private void dropRefusedFiles() {
        warehouse.drop("leer.csv", new byte[0]);
        warehouse.drop("rechnung.csv", "%PDF-1.7 and more");
        warehouse.drop("kaputt.csv.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
        warehouse.drop("kaputt.xlsx", "PK\u0003\u0004 and nothing more");
        warehouse.drop("kopf.csv", "\"customer_id,name", "C1,Ann");
        warehouse.drop("bericht.csv", "customer_id,2023,2024", "C1,5,6");
        warehouse.drop("mager.csv", "customer_id,name,amount", "C1,Ann,5.00");
        warehouse.drop("text.csv", "nothing in particular", "and more of the same");
        warehouse.drop(
                "stripe.csv",
                "id,Description,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount",
                "1,a,b,1,2,c,3");
    }

    /** Puts a file where it is checked and not loaded. */
    private void put(String name, String... lines) throws IOException {
        Path folder = Files.createDirectories(warehouse.inbox().resolve("check"));
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private void assertGerman(List<String> paths) {
        Map<String, Pattern> english = englishOnly();
        List<String> problems = new ArrayList<>();
        for (String path : paths) {
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
