package org.salesetl.layout;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.salesetl.mapping.OrderAmount;
import org.salesetl.notation.Accents;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.notation.WrittenCurrency;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;

/** Sums up a column that looks like money and does not count, so that somebody sees what is left out. */
final class IgnoredMoney implements PlaceSurvey {

    private final String column;
    private BigDecimal byPoint = BigDecimal.ZERO;
    private BigDecimal byComma = BigDecimal.ZERO;
    private boolean isMoney = true;
    private final Set<String> currencies = new HashSet<>();

    private IgnoredMoney(String column) {
        this.column = column;
    }

    /**
     * A survey for each column of a file of sales that looks like money and does not count, by its place.
     *
     * @param words words for money in the names of columns
     */
    static Map<Integer, IgnoredMoney> of(Layout layout, Set<String> words) {
        Map<Integer, IgnoredMoney> surveys = new TreeMap<>();
        if (layout.kind() != Kind.SALES || layout.rejects()) {
            return surveys;
        }
        Set<Integer> used = new HashSet<>();
        layout.columns().values().forEach(cells -> used.addAll(cells.places()));
        layout.mapping().orderAmounts().stream()
                .map(OrderAmount::column)
                .forEach(column -> used.addAll(layout.table().places(column)));
        List<String> header = layout.header();
        for (int place = 0; place < header.size(); place++) {
            if (!used.contains(place) && hasWord(header.get(place), words)) {
                surveys.put(place, new IgnoredMoney(header.get(place)));
            }
        }
        return surveys;
    }

    private static boolean hasWord(String cell, Set<String> words) {
        String plain = Accents.removedFrom(cell).toLowerCase(Locale.ROOT);
        return cell.indexOf('%') < 0 && Arrays.stream(plain.split("[^a-z]+")).anyMatch(words::contains);
    }

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        if (!isMoney || from == to) {
            return;
        }
        String cell = Sighting.of(line, bytes, from, to).cell();
        BigDecimal point = Numbers.parse(cell, DecimalMark.POINT);
        BigDecimal comma = Numbers.parse(cell, DecimalMark.COMMA);
        byPoint = point == null ? byPoint : byPoint.add(point);
        byComma = comma == null ? byComma : byComma.add(comma);
        isMoney = cell.isEmpty() || point != null || comma != null;
        String currency = WrittenCurrency.word(cell);
        if (currency != null) {
            currencies.add(currency);
        }
    }

    /** What the column adds up to, unless it has several currencies, which are never added; empty if it has no money. */
    Optional<String> words(Conventions conventions) {
        BigDecimal sum = conventions.decimals().usual() == DecimalMark.COMMA ? byComma : byPoint;
        if (!isMoney || sum.signum() == 0) {
            return Optional.empty();
        }
        boolean several =
                currencies.size() > 1 || conventions.currencies().codes().size() > 1;
        return Optional.of(Text.visible(Text.strip(column))
                + (several ? " (in several currencies)" : " (" + sum.toPlainString() + " in all)"));
    }
}
