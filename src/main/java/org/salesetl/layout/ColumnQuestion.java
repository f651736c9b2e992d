package org.salesetl.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.layout.Question.Guess;
import org.salesetl.mapping.CellSource;
import org.salesetl.mapping.CellSource.Constant;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.MappingYaml;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

/** Asks which column of a file is what, with some values of each and the best guess. */
final class ColumnQuestion {

    private static final int MOST_VALUES = 5;
    private static final int LONGEST_VALUE = 80;

    private ColumnQuestion() {}

    /**
     * The question.
     *
     * @param layout the layout by the guess
     * @param header the header
     * @param sample some records below the header
     * @param why why somebody has to be asked, as a sentence
     * @param guesses what the columns are taken for, by their header cells, normalised
     */
    static Question of(
            Layout layout, HeadRecord header, List<HeadRecord> sample, String why, Map<String, ColumnGuess> guesses) {
        Map<Column, CellSource> columns = layout.mapping().columns();
        List<List<Column>> missing = layout.mapping().missing(columns.keySet());
        boolean money = columns.containsKey(Column.AMOUNT) || columns.containsKey(Column.PRICE);
        // without an amount, one unit in each row would be a guess at the revenue
        boolean guessedOnly =
                columns.containsKey(Column.AMOUNT) || columns.values().stream().noneMatch(Constant.class::isInstance);
        boolean safe = missing.isEmpty() && guessedOnly && (money || layout.kind() != Kind.SALES);
        String answer = MappingYaml.columnsAsJson(columns);
        return new Question(
                Topic.of(Subject.COLUMNS),
                "Which column is what? " + why + found(header, layout, missing),
                evidence(layout.header(), header, sample, guesses),
                missing.isEmpty()
                        ? List.of(new Choice(answer, "As guessed: " + AskedColumns.words(columns)))
                        : List.of(),
                safe ? answer : null);
    }

    /** What a person should know beside the guess for each column. */
    private static String found(HeadRecord header, Layout layout, List<List<Column>> missing) {
        String lacks = missing.isEmpty()
                ? ""
                : " No column looks like " + Mapping.inWords(missing) + ", which "
                        + layout.kind().label()
                        + " need: choose it. Everything else is filled in as far as the file tells.";
        boolean unpriced = layout.kind() == Kind.SALES && !layout.has(Column.AMOUNT) && !layout.has(Column.PRICE);
        lacks += unpriced
                ? " No column looks like a price or an amount: without one, the price of the product counts."
                : "";
        String line = header.line() > 1 ? " The names of the columns are in line " + header.line() + "." : "";
        return lacks + line + (layout.mapping().carryDown().isEmpty() ? "" : " Blank cells mean: as in the row above.");
    }

    /** The first values of each column that has a name; an empty one for a column without values. */
    private static List<Evidence> evidence(
            List<String> cells, HeadRecord header, List<HeadRecord> sample, Map<String, ColumnGuess> guesses) {
        List<Evidence> evidence = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            String name = Text.visible(Text.strip(cells.get(place)));
            if (!name.isEmpty()) {
                ColumnGuess found = guesses.get(HeaderCell.normalised(cells.get(place)));
                Guess guess = found == null ? null : new Guess(found.column().label(), found.why());
                List<Evidence> values = values(place, name, guess, sample);
                evidence.addAll(values.isEmpty() ? List.of(new Evidence(header.line(), name, "", guess)) : values);
            }
        }
        return evidence;
    }

    private static List<Evidence> values(int place, String name, @Nullable Guess guess, List<HeadRecord> sample) {
        return sample.stream()
                .filter(record -> place < record.cells().size()
                        && !Text.isBlank(record.cells().get(place)))
                .limit(MOST_VALUES)
                .map(record -> new Evidence(
                        record.line(), name, shortened(Text.strip(record.cells().get(place))), guess))
                .toList();
    }

    private static String shortened(String cell) {
        String value = Text.visible(cell);
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }
}
