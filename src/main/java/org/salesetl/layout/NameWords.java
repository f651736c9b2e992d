package org.salesetl.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.salesetl.mapping.HeaderCell;

/** The words of a column's name, without case, accents and signs. */
final class NameWords {

    /** Between words: whatever is neither a letter nor a digit, and before a capital letter in {@code InvoiceNumber}. */
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+|[ºª°]+|(?<=\\p{Ll})(?=\\p{Lu})");

    /** Words that only tell something alone: among others they may be the number of anything. */
    private static final Set<String> OF_ANYTHING = Set.of(
            "num", "numero", "number", "nummer", "nr", "no", "code", "numar", "numer", "cislo", "nomer", "номер",
            "nro");

    private NameWords() {}

    static List<String> of(String name) {
        return Arrays.stream(BETWEEN.split(name))
                .map(HeaderCell::normalised)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a name is only a word for the number of anything. */
    static boolean areOfAnything(List<String> words) {
        return words.size() == 1 && OF_ANYTHING.contains(words.get(0));
    }
}
