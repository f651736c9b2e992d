package org.salesetl.layout;

import java.util.List;
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

    /** The place that somebody has chosen; null if nobody has. */
    @Nullable
    Integer answered(Answers answers) {
        String answer = answers.about(topic());
        return places.stream()
                .filter(place -> name(place).equals(answer))
                .findFirst()
                .orElse(null);
    }

    /** The place to assume: the column's own name wins over an alias, else the first one wins. */
    int likeliest() {
        return places.stream()
                .filter(place -> HeaderCell.normalised(header.get(place)).equals(HeaderCell.normalised(column.label())))
                .findFirst()
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
