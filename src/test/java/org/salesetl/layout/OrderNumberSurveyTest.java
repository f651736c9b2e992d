package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SomeProperties;
import org.salesetl.vocabulary.Subject;

class OrderNumberSurveyTest {

    private static final String TILL = "Receipt No;Date;Product;Quantity;Price;Amount";
    private static final String SHOP = "Order No;Ship Date;Client;Article;Quantity;Price;Amount";

    @TempDir
    private Path folder;

    @Test
    void asksAtATillWhoseNumbersStartAgain() throws IOException {
        assertThat(asks(
                        Answers.NONE,
                        TILL,
                        "1;2025-03-13;Tea;1;2.00;2.00",
                        "2;2025-03-13;Cake;1;3.00;3.00",
                        "1;2025-03-14;Cake;2;3.00;6.00",
                        "2;2025-03-14;Tea;1;2.00;2.00"))
                .isTrue();
    }

    @Test
    void asksNothingIfLinesOfAnOrderAreNeighboursOrComeBack() throws IOException {
        assertThat(asks(
                        Answers.NONE,
                        TILL,
                        "1;2025-03-13;Tea;1;2.00;2.00",
                        "1;2025-03-14;Cake;1;3.00;3.00",
                        "2;2025-03-14;Tea;3;2.00;6.00",
                        "2;2025-03-15;Cake;1;3.00;3.00",
                        "1;2025-03-16;Tea;-1;2.00;-2.00",
                        "2;2025-03-17;Tea;-1;2.00;-2.00"))
                .isFalse();
    }

    @Test
    void asksNothingIfAShopSendsTheProductsOfAnOrderOnSeveralDays() throws IOException {
        assertThat(asks(
                        Answers.NONE,
                        SHOP,
                        "A1;2025-03-13;Ann;Mug;1;2.00;2.00",
                        "A2;2025-03-13;Bo;Mug;1;2.00;2.00",
                        "A1;2025-03-15;Ann;Pen;2;3.00;6.00",
                        "A2;2025-03-16;Bo;Pen;1;3.00;3.00"))
                .isFalse();
    }

    @Test
    void asksNothingOnceSomebodyHasAnswered() throws IOException {
        String[] lines = {
            TILL,
            "1;2025-03-13;Tea;1;2.00;2.00",
            "2;2025-03-13;Cake;1;3.00;3.00",
            "1;2025-03-14;Cake;2;3.00;6.00",
            "2;2025-03-14;Tea;1;2.00;2.00"
        };

        assertThat(asks(Answers.of(Subject.ORDERS, "accept"), lines)).isFalse();
        assertThat(asks(Answers.of(Subject.ORDERS, "reject"), lines)).isFalse();
        assertThat(layout(Answers.of(Subject.ORDERS, "accept"), lines).terms().ordersOfDay())
                .isTrue();
        assertThat(layout(Answers.of(Subject.ORDERS, "reject"), lines).terms().ordersOfDay())
                .isFalse();
    }

    private boolean asks(Answers answers, String... lines) throws IOException {
        return layout(answers, lines).questions().stream()
                .anyMatch(question -> question.topic().about() == Subject.ORDERS);
    }

    private Layout layout(Answers answers, String... lines) throws IOException {
        Path file = Files.write(folder.resolve("export.csv"), List.of(lines));
        FileSurvey survey = SomeSniffer.survey(SomeProperties.defaults());
        return survey.layout(file, survey.recognised(file, null), null, answers);
    }
}
