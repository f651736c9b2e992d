package org.salesetl.layout;

import java.util.Arrays;
import java.util.Set;
import org.salesetl.mapping.HeaderCell;

/** The words by which reports mark a line that adds up other lines. */
final class TotalWords {

    private static final int LONGEST = 80;

    private static final Set<String> WORDS = Set.of(
            "total",
            "totals",
            "subtotal",
            "grandtotal",
            "sum",
            "sums",
            "summe",
            "summen",
            "zwischensumme",
            "gesamt",
            "gesamtsumme",
            "gesamtbetrag",
            "endsumme",
            "totaux",
            "soustotal",
            "somme",
            "totale",
            "totali",
            "subtotale",
            "totales",
            "suma",
            "totais",
            "soma",
            "totaal",
            "subtotaal",
            "som");

    private TotalWords() {}

    /** Whether the cell begins or ends with such a word, for example "Total général", "Grand total:" or "Summe März". */
    static boolean isOne(String cell) {
        if (cell.length() > LONGEST || cell.isEmpty() || !mayBe(cell)) {
            return false;
        }
        if (WORDS.contains(word(cell))) {
            return true;
        }
        String[] words = cell.split("[\\s:]+");
        return Arrays.stream(words).limit(2).map(TotalWords::word).anyMatch(WORDS::contains)
                || WORDS.contains(word(words[words.length - 1]));
    }

    /** Every one of the words has an s or a t. Most cells are looked at no further. */
    private static boolean mayBe(String cell) {
        return cell.chars().anyMatch(c -> c == 's' || c == 'S' || c == 't' || c == 'T');
    }

    private static String word(String text) {
        return HeaderCell.normalised(text).replace(":", "");
    }
}
