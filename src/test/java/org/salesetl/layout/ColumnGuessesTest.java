package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salesetl.SomeProperties;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderWords;
import org.salesetl.mapping.SomeMappings;

class ColumnGuessesTest {

    private final ColumnGuesses guesses =
            new ColumnGuesses(SomeMappings.of(SomeProperties.defaults()), new HeaderWords());

    @Test
    void knowsWordsOfOtherLanguages() {
        assertThat(guess("Bestellnummer;Datum;Kundennr;Kunde;Ort;Artikelnr;Artikel;Menge;Einzelpreis;Summe"))
                .contains(
                        entry("Bestellnummer", Column.ORDER_ID),
                        entry("Datum", Column.ORDER_DATE),
                        entry("Kundennr", Column.CUSTOMER_ID),
                        entry("Artikelnr", Column.PRODUCT_ID),
                        entry("Menge", Column.QUANTITY),
                        entry("Einzelpreis", Column.PRICE),
                        entry("Summe", Column.AMOUNT),
                        entry("Ort", Column.CITY));
        assertThat(guess("N° ticket;Date;Article;Catégorie;Qté;Prix unitaire;Montant"))
                .contains(
                        entry("N° ticket", Column.ORDER_ID),
                        entry("Article", Column.PRODUCT_ID),
                        entry("Qté", Column.QUANTITY),
                        entry("Prix unitaire", Column.PRICE),
                        entry("Montant", Column.AMOUNT));
    }

    @Test
    void findsWordsThatAreWrittenTogether() {
        assertThat(guess(
                        "ORDERNUMBER;QUANTITYORDERED;PRICEEACH;SALES;ORDERDATE;PRODUCTCODE;CUSTOMERNAME",
                        "10223;37;100;3965.66;2/20/2004 0:00;S10_1678;Vitachrome Inc."))
                .contains(
                        entry("ORDERNUMBER", Column.ORDER_ID),
                        entry("QUANTITYORDERED", Column.QUANTITY),
                        entry("PRICEEACH", Column.PRICE),
                        entry("SALES", Column.AMOUNT),
                        entry("ORDERDATE", Column.ORDER_DATE),
                        entry("PRODUCTCODE", Column.PRODUCT_ID));
    }

    @Test
    void neverTakesADateForAnIdNorAStatusForAnOrder() {
        assertThat(guess(
                        "order status;order placed;order ref;customer since;customer ref;qty text",
                        "shipped;2025-03-01;A-1;2020-01-01;C-9;two",
                        "cancelled;2025-03-02;A-2;2020-01-01;C-9;three"))
                .contains(entry("order ref", Column.ORDER_ID), entry("customer ref", Column.CUSTOMER_ID))
                .doesNotContainEntry("order status", Column.ORDER_ID)
                .doesNotContainKeys("customer since", "qty text");
    }

    @Test
    void takesNoNameThatIsRepeatedForTheIdOfALine() {
        assertThat(guess("sale;x", "7;1", "7;2")).doesNotContainValue(Column.SALE_ID);
        assertThat(guess("sale;x", "7;1", "8;2")).containsEntry("sale", Column.SALE_ID);
    }

    @Test
    void guessesNothingOfABlankColumn() {
        assertThat(guess("Receipt Number;Order", ";1", ";2")).containsOnly(entry("Order", Column.ORDER_ID));
    }

    private Map<String, Column> guess(String header, String... rows) {
        return guesses.of(
                cells(header), Stream.of(rows).map(ColumnGuessesTest::cells).toList(), EnumSet.noneOf(Column.class));
    }

    private static List<String> cells(String record) {
        return Arrays.asList(record.split(";", -1));
    }
}
