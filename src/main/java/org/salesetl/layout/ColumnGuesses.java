package org.salesetl.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.HeaderWords;
import org.salesetl.mapping.Mappings;
import org.salesetl.vocabulary.Kind;
import org.springframework.stereotype.Component;

/**
 * Guesses what unknown columns of a header may mean, by their names and by their values: a known name or nearly one, or a word for it
 * in another language. A guess never loads anything: a person has to confirm it.
 */
@Component
class ColumnGuesses {

    private static final double SAME = 1.0;
    private static final double BEGINS_WITH = 0.95;
    private static final double HAS_THE_WORD = 0.92;
    private static final double HAS_THE_LETTERS = 0.88;
    private static final double LEAST_SIMILARITY = 0.87;
    private static final int LEAST_LETTERS = 5;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private final Mappings mappings;
    private final HeaderWords words;

    ColumnGuesses(Mappings mappings, HeaderWords words) {
        this.mappings = mappings;
        this.words = words;
    }

    /**
     * The best guess for each column that is not among those found, by the header's cell as it is in the file, in the order of our
     * columns. A cell is the guess for at most one column.
     *
     * @param header the header's cells
     * @param rows the cells of some records below the header
     */
    Map<String, Column> of(List<String> header, List<List<String>> rows, Set<Column> found) {
        List<Guess> guesses = new ArrayList<>();
        for (int place = 0; place < header.size(); place++) {
            ColumnValues values = values(rows, place);
            for (Column column : words.columns()) {
                boolean excluded = found.contains(column) || isShare(header.get(place), column);
                double similarity = excluded ? 0 : similarity(header.get(place), column);
                if (similarity >= LEAST_SIMILARITY && values.mayBe(column)) {
                    guesses.add(new Guess(place, column, similarity));
                }
            }
        }
        guesses.sort(Comparator.comparingDouble(Guess::similarity).reversed().thenComparing(Guess::place));
        return best(header, guesses);
    }

    /** Whether rows have a column of dates and one of numbers, as sales in any language do. */
    static boolean haveDatesAndNumbers(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean dates = false;
        boolean numbers = false;
        for (int place = 0; place < width; place++) {
            ColumnValues values = values(rows, place);
            dates |= values.mayBe(Column.ORDER_DATE);
            numbers |= values.mayBe(Column.AMOUNT);
        }
        return dates && numbers;
    }

    /** A discount in per cent is no money. */
    private static boolean isShare(String cell, Column column) {
        return column == Column.DISCOUNT && cell.indexOf('%') >= 0;
    }

    private static Map<String, Column> best(List<String> header, List<Guess> guesses) {
        Set<Column> taken = EnumSet.noneOf(Column.class);
        Map<String, Column> best = new LinkedHashMap<>();
        for (Guess guess : guesses) {
            String cell = header.get(guess.place);
            if (!best.containsKey(cell) && taken.add(guess.column)) {
                best.put(cell, guess.column);
            }
        }
        Map<String, Column> ordered = new LinkedHashMap<>();
        best.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(guess -> ordered.put(guess.getKey(), guess.getValue()));
        return ordered;
    }

    private static ColumnValues values(List<List<String>> rows, int place) {
        return new ColumnValues(rows.stream()
                .filter(cells -> place < cells.size())
                .map(cells -> cells.get(place))
                .toList());
    }

    private double similarity(String cell, Column column) {
        return Stream.concat(mappings.own(Kind.SALES).names(column), words.of(column).stream())
                .mapToDouble(known -> similarity(cell, known))
                .max()
                .orElse(0);
    }

    private static double similarity(String cell, String known) {
        String name = HeaderCell.normalised(cell);
        String other = HeaderCell.normalised(known);
        if (name.equals(other)) {
            return SAME;
        }
        List<String> nameWords = words(cell);
        List<String> knownWords = words(known);
        if (knownWords.size() <= nameWords.size()
                && nameWords.subList(0, knownWords.size()).equals(knownWords)) {
            return BEGINS_WITH;
        }
        if (nameWords.containsAll(knownWords)) {
            return HAS_THE_WORD;
        }
        if (other.length() >= LEAST_LETTERS && name.contains(other)) {
            return HAS_THE_LETTERS;
        }
        return SIMILARITY.apply(name, other);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s_./()\\-]+"))
                .map(HeaderCell::normalised)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private record Guess(int place, Column column, double similarity) {}
}
