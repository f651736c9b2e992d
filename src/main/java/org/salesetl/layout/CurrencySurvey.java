package org.salesetl.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.notation.WrittenCurrency;

/** The currencies of a file: those in its column of currencies, or, without such a column, those beside its prices and amounts. */
final class CurrencySurvey implements PlaceSurvey {

    /** More than anybody needs to be told. */
    private static final int MOST = 10;

    private final Map<String, Sighting> first = new LinkedHashMap<>();

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        if (first.size() < MOST && hasMoreThanDigits(bytes, from, to)) {
            Sighting sighting = Sighting.of(line, bytes, from, to);
            String currency = WrittenCurrency.of(sighting.cell());
            if (currency != null) {
                first.putIfAbsent(currency, sighting);
            }
        }
    }

    /** Whether there is more than the digits and marks of a number. Most cells have nothing else. */
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

    /** The currencies in the order of their first lines, each with the line. */
    List<String> words() {
        return first.entrySet().stream()
                .map(entry -> entry.getKey() + " (line " + entry.getValue().line() + ")")
                .toList();
    }
}
