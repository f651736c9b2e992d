package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SomeProperties;
import org.salesetl.mapping.Standing;
import org.salesetl.mapping.StatusRule;
import org.salesetl.vocabulary.Subject;

/** What is asked about the statuses of files that no mapping knows, and what the answers mean for later files. */
class StatusesOfRowsTest {

    private static final String INVOICES =
            "Rechnungsnummer;Rechnungsdatum;Status;Kunde;Artikel;Menge;Einzelpreis;Betrag";
    private static final String TILL = "Fiş No;Tarih;Ürün Kodu;Miktar;Birim Fiyat;Tutar;İptal";
    private static final Topic CANCELLED = new Topic(Subject.STATUS, "status=storniert");

    @TempDir
    private Path folder;

    @Test
    void asksAboutACancelledInvoiceThatAnotherOneTakesBack() throws IOException {
        Layout layout = layout(
                Answers.NONE,
                INVOICES,
                "1;13.02.2026;Bezahlt;Nord;Filter;4;2,00;8,00",
                "2;14.02.2026;Storniert;Lind;Filter;5;2,00;10,00",
                "3;15.02.2026;Bezahlt;Lind;Filter;-5;2,00;-10,00");

        assertThat(suggested(layout)).isEqualTo(Map.of("status=storniert", Standing.SALE.label()));
    }

    @Test
    void asksNothingIfTheMinusMayBelongToAnotherSale() throws IOException {
        Layout layout = layout(
                Answers.NONE,
                INVOICES,
                "1;13.02.2026;Bezahlt;Lind;Filter;5;2,00;10,00",
                "2;14.02.2026;Storniert;Lind;Filter;5;2,00;10,00",
                "3;15.02.2026;Bezahlt;Lind;Filter;-5;2,00;-10,00");

        assertThat(suggested(layout)).isEmpty();
        assertThat(standing(layout, "Storniert")).isEqualTo(Standing.NEITHER);
    }

    @Test
    void countsCancelledInvoicesOfLaterFilesAsAnswered() throws IOException {
        Layout layout = layout(
                new Answers(Map.of(CANCELLED, Standing.SALE.label())),
                INVOICES,
                "7;13.03.2026;Bezahlt;Nord;Filter;4;2,00;8,00",
                "8;14.03.2026;Storniert;Lind;Filter;5;2,00;10,00");

        assertThat(suggested(layout)).isEmpty();
        assertThat(standing(layout, "Storniert")).isEqualTo(Standing.SALE);
    }

    /** Only the owner of the shop knows its codes. */
    @Test
    void asksAboutEachCode() throws IOException {
        String[] lines = {
            "1;13.02.2026;700;Nord;Filter;4;2,00;8,00",
            "2;14.02.2026;900;Lind;Filter;5;2,00;10,00",
            "3;15.02.2026;700;Lind;Filter;3;2,00;6,00"
        };

        assertThat(suggested(layout(Answers.NONE, coded("Order status", lines))))
                .isEqualTo(Map.of("orderstatus=700", Standing.SALE.label(), "orderstatus=900", "null"));
        assertThat(suggested(layout(Answers.NONE, coded("受注ステータス", lines)))).hasSize(2);
        assertThat(suggested(layout(Answers.NONE, coded("Bestand", lines)))).isEmpty();
        Layout answered = layout(
                new Answers(Map.of(
                        new Topic(Subject.STATUS, "orderstatus=700"), Standing.SALE.label(),
                        new Topic(Subject.STATUS, "orderstatus=900"), Standing.NEITHER.label())),
                coded("Order status", lines));
        assertThat(suggested(answered)).isEmpty();
        assertThat(standing(answered, "900")).isEqualTo(Standing.NEITHER);
    }

    private static String[] coded(String column, String... lines) {
        return Stream.concat(Stream.of(INVOICES.replace("Status", column)), Stream.of(lines))
                .toArray(String[]::new);
    }

    @Test
    void takesAMarkForYesHoweverManyRowsHaveIt() throws IOException {
        Layout layout = layout(
                Answers.NONE,
                INVOICES.replace("Status", "Storniert"),
                "1;13.02.2026;J;Nord;Filter;4;2,00;8,00",
                "2;14.02.2026;J;Lind;Filter;5;2,00;10,00",
                "3;15.02.2026;N;Lind;Filter;3;2,00;6,00");

        assertThat(suggested(layout)).isEqualTo(Map.of("storniert=j", Standing.NEITHER.label()));
    }

    @Test
    void suggestsThatTheRareLetterIsTheCancelledOneAndAsksAboutBoth() throws IOException {
        Layout layout = layout(
                Answers.NONE,
                TILL,
                "1;13.02.2026;A1;2;2,00;4,00;H",
                "2;14.02.2026;A1;1;2,00;2,00;H",
                "3;14.02.2026;A2;5;3,00;15,00;E");

        assertThat(suggested(layout))
                .isEqualTo(Map.of("iptal=h", Standing.SALE.label(), "iptal=e", Standing.NEITHER.label()));
    }

    @Test
    void leavesOutWhatWasAnsweredHoweverManyRowsOfALaterFileHaveIt() throws IOException {
        Layout layout = layout(
                new Answers(Map.of(
                        new Topic(Subject.STATUS, "iptal=h"), Standing.SALE.label(),
                        new Topic(Subject.STATUS, "iptal=e"), Standing.NEITHER.label())),
                TILL,
                "4;13.03.2026;A1;2;2,00;4,00;E",
                "5;14.03.2026;A1;1;2,00;2,00;E",
                "6;14.03.2026;A2;5;3,00;15,00;H");

        assertThat(suggested(layout)).isEmpty();
        assertThat(standing(layout, "E")).isEqualTo(Standing.NEITHER);
        assertThat(standing(layout, "H")).isEqualTo(Standing.SALE);
    }

    private Layout layout(Answers answers, String... lines) throws IOException {
        Path file = Files.write(folder.resolve("export.csv"), List.of(lines));
        FileSurvey survey = SomeSniffer.survey(SomeProperties.defaults());
        return survey.layout(file, survey.recognised(file, null), null, answers);
    }

    /** What is suggested for each status that is asked about. */
    private static Map<String, String> suggested(Layout layout) {
        return layout.questions().stream()
                .filter(question -> question.topic().about() == Subject.STATUS)
                .collect(Collectors.toMap(
                        question -> question.topic().detail(), question -> String.valueOf(question.suggested())));
    }

    private static Standing standing(Layout layout, String status) {
        return layout.mapping().status().stream()
                .map((StatusRule rule) -> rule.standing(status))
                .filter(standing -> standing != null)
                .findFirst()
                .orElseThrow();
    }
}
