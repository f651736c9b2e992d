package org.salesetl.layout;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.Text;

/** Tells titles between the rows of a file, such as "Refunds" above a second table. */
final class Title {

    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 4;

    private Title() {}

    /** The words of a title, without digits and marks; null if the record is no title: a title is the only filled cell of its record. */
    static @Nullable String of(List<String> cells) {
        List<String> filled =
                cells.stream().filter(cell -> !Text.isBlank(cell)).limit(2).toList();
        return filled.size() == 1 ? words(filled.get(0)) : null;
    }

    private static @Nullable String words(String cell) {
        if (cell.length() > LONGEST) {
            return null;
        }
        String words = Arrays.stream(cell.split("[^\\p{L}\\p{M}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        return words.isEmpty() || words.split(" ").length > MOST_WORDS ? null : words;
    }
}
