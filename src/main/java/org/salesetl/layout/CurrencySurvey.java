package org.salesetl.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import org.salesetl.notation.WrittenCurrency;

/**
 * The currencies of a file: those in its column of currencies, or, without such a column, those beside its prices and amounts. There
 * are only so many currencies in the world, so what is kept stays small.
 */
final class CurrencySurvey {

    private final Map<String, NamedCurrency> named = new LinkedHashMap<>();
    private boolean strange;

    /** Looks at a cell of the column of currencies. */
    void lookAtCurrency(byte[] bytes, int from, int to, int line) {
        Sighting sighting = Sighting.of(line, bytes, from, to);
        if (!sighting.cell().isEmpty() && !note(sighting)) {
            strange = true;
        }
    }

    /** Looks at a price or an amount. Most of these cells have nothing but digits. */
    void lookAtMoney(byte[] bytes, int from, int to, int line) {
        if (hasMoreThanDigits(bytes, from, to)) {
            note(Sighting.of(line, bytes, from, to));
        }
    }

    private boolean note(Sighting sighting) {
        String word = WrittenCurrency.word(sighting.cell());
        if (word == null) {
            return false;
        }
        named.merge(
                word,
                new NamedCurrency(word, sighting.line(), 1),
                (known, one) -> new NamedCurrency(word, known.line(), known.cells() + 1));
        return true;
    }

    private static boolean hasMoreThanDigits(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            boolean ofNumber = (b >= '0' && b <= '9') || b == '.' || b == ',' || b == '-' || b == ' ';
            if (!ofNumber) {
                return true;
            }
        }
        return false;
    }

    /** The currencies in the order of their first lines. */
    Currencies found() {
        return Currencies.of(named.values().stream().toList(), strange);
    }
}
