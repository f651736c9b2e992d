package org.salesetl.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.OrderAmount;
import org.salesetl.mapping.OrderAmount.Treatment;
import org.salesetl.mapping.StatusRule;
import org.salesetl.text.Text;

/** Says which mapping reads a file, and which of its columns do not count. */
final class UsedColumns {

    /** The rest of the names would fill the page of a run. */
    private static final int MOST_NAMES = 12;

    private UsedColumns() {}

    /** What a person should know about the columns of a file; nothing if each column counts. */
    static List<String> words(Layout layout) {
        Mapping mapping = layout.mapping();
        List<String> words = new ArrayList<>();
        if (!mapping.isOfOwnNames()) {
            words.add("columns of " + mapping.name());
        }
        Set<Integer> used = new HashSet<>();
        layout.columns().values().forEach(cells -> used.addAll(cells.places()));
        mapping.status().stream()
                .map(StatusRule::column)
                .forEach(column -> used.addAll(layout.table().places(column)));
        for (OrderAmount amount : mapping.orderAmounts()) {
            List<Integer> places = layout.table().places(amount.column());
            if (!places.isEmpty()) {
                words.add(Text.visible(amount.column())
                        + (amount.treatment() == Treatment.SPREAD
                                ? " is taken off the lines of its order"
                                : " is an amount of a whole order and does not change the revenue"));
                used.addAll(places);
            }
        }
        List<String> others = others(layout, used);
        if (!others.isEmpty()) {
            words.add("not used: " + named(others));
        }
        return words;
    }

    private static List<String> others(Layout layout, Set<Integer> used) {
        return IntStream.range(0, layout.header().size())
                .filter(place -> !used.contains(place))
                .mapToObj(layout.header()::get)
                .filter(cell -> !Text.isBlank(cell) && !RejectColumns.isOne(cell))
                .map(Text::visible)
                .toList();
    }

    private static String named(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
