package org.salesetl.layout;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Subject;

/**
 * A column that a header has more than once.
 *
 * @param column our column
 * @param places its places in the header, counted from zero
 * @param header the header's cells
 */
record TwoColumns(Column column, List<Integer> places, List<String> header) {

    private static final String TOTAL = "total";

    private static final Set<Column> MONEY =
            EnumSet.of(Column.PRICE, Column.COST_PRICE, Column.AMOUNT, Column.DISCOUNT, Column.CURRENCY, Column.STATUS);

    /** The place that somebody has chosen; null if nobody has. */
    @Nullable
    Integer answered(Answers answers) {
        String answer = answers.about(topic());
        return places.stream()
                .filter(place -> name(place).equals(answer))
                .findFirst()
                .orElse(null);
    }

    /** Whether nobody can know which of them is net, or which belongs to the line: two columns of money or statuses have one name. */
    boolean areMoneyOfOneName() {
        long names = places.stream()
                .map(place -> HeaderCell.normalised(header.get(place)))
                .distinct()
                .count();
        return MONEY.contains(column) && names < places.size();
    }

    /**
     * The place to assume: the column's own name wins over an alias, else the first one wins. A total comes last, since it may be that
     * of the order.
     */
    int likeliest() {
        Predicate<Integer> isTotal =
                place -> HeaderCell.normalised(header.get(place)).equals(TOTAL);
        return places.stream()
                .filter(place -> HeaderCell.normalised(header.get(place)).equals(HeaderCell.normalised(column.label())))
                .findFirst()
                .or(() -> places.stream().filter(isTotal.negate()).findFirst())
                .orElse(places.get(0));
    }

    Question question() {
        return new Question(
                topic(),
                "Which column is the " + column.label().replace('_', ' ') + "? The file has "
                        + places.stream().map(this::name).collect(Collectors.joining(" and ")) + ".",
                List.of(),
                places.stream()
                        .map(place -> new Choice(name(place), "The column " + name(place)))
                        .toList(),
                null);
    }

    private Topic topic() {
        return new Topic(Subject.COLUMNS, column.label());
    }

    /** The header's cell, with the number of the column if another one has the same name. */
    private String name(int place) {
        String cell = Text.visible(Text.strip(header.get(place)));
        boolean alone = places.stream()
                        .filter(other -> Text.strip(header.get(other)).equals(Text.strip(header.get(place))))
                        .count()
                == 1;
        return alone ? cell : cell + " (column " + (place + 1) + ")";
    }
}
