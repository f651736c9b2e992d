package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StoredSentencesTest {

    private final StoredSentences german = new StoredSentences(Words.in(Locale.GERMANY));

    @Test
    void areSaidInTheLanguageOfTheInstallation() {
        assertThat(german.said("expected a price of zero or more but found -3"))
                .isEqualTo("erwartet: ein Preis von null oder mehr; gefunden: -3");
        assertThat(german.said("expected a date such as 31/12/2025 but the cell is empty"))
                .isEqualTo("erwartet: ein Datum wie 31/12/2025; die Zelle ist leer");
        assertThat(
                        german.said(
                                "expected a known customer but found {0}; this sale loads when a customers file brings this customer"))
                .isEqualTo(
                        "erwartet: ein bekannter Kunde; gefunden: {0}. Der Verkauf zählt, sobald eine Datei mit Kunden diesen Kunden bringt");
    }

    @Test
    void followEachOther() {
        assertThat(german.said("Which column is the amount? The file has Net and Gross. Tax."))
                .isEqualTo("Welche Spalte ist der Betrag? Die Datei hat Net und Gross. Tax.");
        assertThat(german.said("Which column is what? Nobody knows. Blank cells mean: as in the row above."))
                .isEqualTo("Welche Spalte ist was? Nobody knows. Leere Zellen bedeuten: wie in der Zeile darüber.");
        assertThat(
                        german.said(
                                "Sheet \"No. 1: a\": Expected a header with the columns of customers, products or sales but found \"No. 1\","
                                        + " \"a\" and 7 more. \"a\" belongs to sales, so this is no file of products or customers."))
                .isEqualTo(
                        "Blatt „No. 1: a“: Erwartet: eine Kopfzeile mit den Spalten von Kunden, Artikeln oder Verkäufen; gefunden:"
                                + " \"No. 1\", \"a\" und 7 weitere. \"a\" gehört zu Verkäufen, deshalb ist das keine Datei mit Artikeln oder Kunden.");
        assertThat(german.said(
                        "expected a price of zero or more but found -3; the row bears 0.5 of what is taken off its order,"
                                + " and comes back without that: correct its amount too"))
                .isEqualTo(
                        "erwartet: ein Preis von null oder mehr; gefunden: -3; die Zeile trägt 0,50 von dem, was von der Bestellung"
                                + " abgezogen wird, und kommt ohne das zurück: Berichtigen Sie auch den Betrag");
        assertThat(german.said("Cancelled by ann · a.csv: unknown")).isEqualTo("Abgebrochen von ann · a.csv: unknown");
    }

    @Test
    void writeNumbersAndDatesAsPeopleDo() {
        assertThat(german.said("Does 1.234 in the column Price mean 1.234 or 1234?"))
                .isEqualTo("Bedeutet 1.234 in der Spalte Price die Zahl 1,234 oder 1234?");
        assertThat(german.said("The day comes first: 03/04/2025 is 3 April 2025"))
                .isEqualTo("Zuerst der Tag: 03/04/2025 ist der 3. April 2025");
        assertThat(german.said("They differ in 1200 of 5,000 rows, together by -12.5; line 7 is the first one."))
                .isEqualTo(
                        "Beide weichen in 1.200 von 5.000 Zeilen voneinander ab, zusammen um -12,50; zuerst in Zeile 7.");
    }

    @Test
    void sayPartsOfSentencesAndListsOfThem() {
        assertThat(german.said("named like a date, all values are dates"))
                .isEqualTo("heißt wie ein Datum; alle Werte sind Datumsangaben");
        assertThat(german.said("look like money and do not count: Tax (1.5 in all), Fees (in several currencies)"))
                .isEqualTo("sieht nach Geld aus und zählt nicht: Tax (zusammen 1,50), Fees (in mehreren Währungen)");
        assertThat(german.said("Status a date is no sale: as answered for files with these columns"))
                .isEqualTo("Status a date ist kein Verkauf: wie für Dateien mit diesen Spalten geantwortet");
    }

    @Test
    void takeNoLongerThanTheTextIsLong() {
        String hostile = "Which column is what? Expected a header \"".repeat(20_000);

        assertTimeout(Duration.ofSeconds(20), () -> german.said(hostile));
        assertThat(german.said(hostile)).hasSizeGreaterThan(hostile.length() / 2);
    }

    @Test
    void keepTheValueThatWasFoundAsItIs() {
        assertThat(german.said("expected a number such as 1060.22 but found 4,20 but found {1}"))
                .isEqualTo("erwartet: eine Zahl wie 1060.22; gefunden: 4,20 but found {1}");
    }

    @Test
    void stayEnglishIfNoMessageFileKnowsThem() {
        assertThat(german.said("something else")).isEqualTo("something else");
    }

    @Test
    void areNotTouchedInEnglish() {
        assertThat(new StoredSentences(Words.in(Locale.UK)).said("expected a price of zero or more but found -3"))
                .isEqualTo("expected a price of zero or more but found -3");
    }
}
