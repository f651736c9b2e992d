package org.salesetl.layout;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salesetl.mapping.HeaderCell;

/** The words by which reports mark a line that adds up other lines, or carries such a sum from page to page. */
final class TotalWords {

    private static final int LONGEST = 80;
    private static final char LAST_LATIN = '\u024F';

    private static final Set<String> WORDS = Stream.of(
                    "total",
                    "totals",
                    "summary",
                    "zusammenfassung",
                    "recapitulatif",
                    "resumen",
                    "resumo",
                    "riepilogo",
                    "samenvatting",
                    "podsumowanie",
                    "sammanfattning",
                    "итоги",
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
                    "som",
                    "razem",
                    "summa",
                    "delsumma",
                    "ialt",
                    "toplam",
                    "geneltoplam",
                    "celkem",
                    "yhteensa",
                    "小計",
                    "総計",
                    "合计",
                    "小计",
                    "合計",
                    "總計",
                    "总计",
                    "합계",
                    "총계",
                    "소계",
                    "συνολο",
                    "συνολα",
                    "γενικοσυνολο",
                    "всього",
                    "усього",
                    "общо",
                    "укупно",
                    "skupaj",
                    "zbroj",
                    "svega",
                    "soucet",
                    "mezisoucet",
                    "sucet",
                    "medzisucet",
                    "totalt",
                    "summering",
                    "kokku",
                    "kopa",
                    "pavisam",
                    "isviso",
                    "viso",
                    "aratoplam",
                    "tongcong",
                    "รวม",
                    "รวมทั้งหมด",
                    "ยอดรวม",
                    "المجموع",
                    "الاجمالي",
                    "اجمالي",
                    "סהכ",
                    "कुल",
                    "osszesen",
                    "spolu",
                    "ukupno",
                    "разом",
                    "итого",
                    "всего",
                    // what one page of a list hands on to the next
                    "carriedforward",
                    "broughtforward",
                    "forward",
                    "cf",
                    "bf",
                    "ubertrag",
                    "areporter",
                    "reporter",
                    "riporto",
                    "transporte")
            .map(HeaderCell::normalised)
            .collect(Collectors.toUnmodifiableSet());

    private TotalWords() {}

    /** Whether the cell begins or ends with such a word, for example "Total général", "Grand total:" or "Summe März". */
    static boolean isOne(String cell) {
        if (isAlone(cell)) {
            return true;
        }
        if (cell.length() > LONGEST || cell.isEmpty() || !mayBe(cell)) {
            return false;
        }
        String[] words = cell.split("[\\s:]+");
        return Arrays.stream(words).limit(2).map(TotalWords::word).anyMatch(WORDS::contains)
                || WORDS.contains(word(words[words.length - 1]));
    }

    /** Whether the cell is such a word and nothing else. */
    static boolean isAlone(String cell) {
        return cell.length() <= LONGEST && (areStars(cell) || (mayBe(cell) && WORDS.contains(word(cell))));
    }

    /** Every one of the words has one of these letters, or one that is not Latin. Most cells are looked at no further. */
    private static boolean mayBe(String cell) {
        return cell.chars().anyMatch(c -> "sStTrRfFkKzZ".indexOf(c) >= 0 || c > LAST_LATIN);
    }

    /** The list prints of SAP mark a total by one star, and a total of totals by two. */
    private static boolean areStars(String cell) {
        return !cell.isEmpty() && cell.chars().allMatch(c -> c == '*');
    }

    private static String word(String text) {
        return HeaderCell.normalised(text).replace(":", "");
    }
}
