package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SomeProperties;
import org.salesetl.layout.Question.Choice;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.DiscountUnit;

/** What the discounts of files that no mapping knows count. */
class DiscountSurveyTest {

    private static final String HEADER = "Rechnung;Datum;Kunde;Artikel;Menge;Preis;Rabatt";
    private static final Answers PERCENT = new Answers(Map.of(DiscountSurvey.TOPIC, "percent"));

    @TempDir
    private Path folder;

    @Test
    void asksAboutWholeNumbersBesidePricesWithDecimals() throws IOException {
        assertThat(choices(layout(Answers.NONE, HEADER, "R1;05.03.2025;Ann;Tee;10;18,00 €;10")))
                .containsExactly("percent", "money");
        assertThat(choices(layout(Answers.NONE, HEADER, "R1;05.03.2025;Ann;Tee;10;18;10")))
                .isEmpty();
        assertThat(choices(layout(Answers.NONE, HEADER, "R1;05.03.2025;Ann;Tee;10;18,00;10,50")))
                .isEmpty();
    }

    @Test
    void countsEveryLaterFileAsAnswered() throws IOException {
        for (String row : List.of("18,00;10", "18;10", "18,00;12,5", "18,00;0,5")) {
            Layout layout = layout(PERCENT, HEADER, "R1;05.03.2025;Ann;Tee;10;" + row);

            assertThat(layout.questions())
                    .noneMatch(question -> question.topic().equals(DiscountSurvey.TOPIC));
            assertThat(layout.terms().discounts()).as(row).isEqualTo(DiscountUnit.PERCENT);
        }
    }

    @Test
    void takesASignInTheCellsForPerCentAlsoOnADayWithoutDiscounts() throws IOException {
        assertThat(unit(HEADER, "R1;05.03.2025;Ann;Tee;10;18,00;0 %", "R2;05.03.2025;Bo;Tee;1;18,00;0 %"))
                .isEqualTo(DiscountUnit.PERCENT);
        assertThat(unit(HEADER, "R1;05.03.2025;Ann;Tee;10;18,00;12,5 %", "R2;05.03.2025;Bo;Tee;1;18,00;0"))
                .isEqualTo(DiscountUnit.PERCENT);
    }

    @Test
    void readsTheMarkOfAPercentage() throws IOException {
        Layout layout = layout(Answers.NONE, HEADER, "R1;05.03.2025;Ann;Tee;10;18;12,5 %");

        assertThat(layout.conventions().decimals().of(Column.DISCOUNT).decimal())
                .isEqualTo(',');
    }

    @Test
    void offersPerCentWhereTheNameSaysSoAndAllAreSmall() throws IOException {
        assertThat(choices(layout(
                        Answers.NONE, HEADER.replace("Rabatt", "Rabatt %"), "R1;05.03.2025;Ann;Tee;10;18,00;0,5")))
                .containsExactly("share", "money", "percent");
    }

    @Test
    void takesNothingOffPricesAfterTheDiscount() throws IOException {
        Layout layout = layout(
                Answers.NONE,
                "Order;Date;Customer;Product;Qty;List Price;Discount %;Unit Price",
                "O1;2025-03-05;Ann;Tea;2;20.00;10;18.00",
                "O1;2025-03-05;Ann;Cake;1;30.00;0;30.00",
                "O2;2025-03-06;Bo;Tea;3;20.00;5;19.00");

        assertThat(suggested(layout)).contains("Unit Price").doesNotContain("Discount %");
    }

    @Test
    void takesTheDiscountOfAnOrderOffNoLine() throws IOException {
        Layout layout = layout(
                Answers.NONE,
                "Order;Date;Customer;Product;Qty;Price;Discount",
                "O1;2025-03-05;Ann;Tea;2;20.00;10.00",
                "O1;2025-03-05;Ann;Cake;1;30.00;10.00",
                "O2;2025-03-06;Bo;Tea;3;20.00;0",
                "O3;2025-03-07;Bo;Tea;1;20.00;5.00",
                "O3;2025-03-07;Bo;Cake;2;30.00;5.00");

        assertThat(suggested(layout)).contains("Price").doesNotContain("Discount");
    }

    @Test
    void countsADiscountOnceWhereAColumnHasThePricesBefore() throws IOException {
        String header = "Order;Date;Customer;Product;Qty;Price;Discount;Amount;Original";
        String sale = "O1;2025-03-05;Ann;Tea;2;10.00;2.00;20.00;12.00";
        assertThat(unit(header, sale, "O2;2025-03-06;Bo;Tea;1;12.00;0.00;12.00;12.00"))
                .isEqualTo(DiscountUnit.NONE);
        assertThat(unit(header, sale, "O2;2025-03-06;Bo;Tea;1;45.00;0.00;45.00;12.00"))
                .as("a column that fits by chance")
                .isEqualTo(DiscountUnit.MONEY);
    }

    private DiscountUnit unit(String... lines) throws IOException {
        return layout(Answers.NONE, lines).terms().discounts();
    }

    private Layout layout(Answers answers, String... lines) throws IOException {
        Path file = Files.write(folder.resolve("export.csv"), List.of(lines));
        FileSurvey survey = SomeSniffer.survey(SomeProperties.defaults());
        return survey.layout(file, survey.recognised(file, null), null, answers);
    }

    private static List<String> choices(Layout layout) {
        return layout.questions().stream()
                .filter(question -> question.topic().equals(DiscountSurvey.TOPIC))
                .flatMap(question -> question.choices().stream().map(Choice::answer))
                .toList();
    }

    private static String suggested(Layout layout) {
        return String.valueOf(layout.questions().get(0).suggested());
    }
}
