package org.salesetl.layout;

import java.util.List;
import java.util.stream.Stream;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderWords;

/** Names of columns that say that a discount is in them. Whatever else makes a price smaller, such as a fee, lowers no revenue. */
final class DiscountNames {

    private final List<ColumnName> known;

    DiscountNames(HeaderWords words) {
        this.known = Stream.of(words.of(Column.DISCOUNT), words.shortDiscounts(), List.of(Column.DISCOUNT.label()))
                .flatMap(List::stream)
                .map(ColumnName::of)
                .toList();
    }

    /** Whether a cell of a header is such a name. */
    boolean isOne(String cell) {
        ColumnName name = ColumnName.of(cell);
        return known.stream().anyMatch(one -> name.similarity(one) >= ColumnName.LEAST_SIMILARITY);
    }
}
