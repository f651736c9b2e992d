package org.salesetl.layout;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * The name of a column, taken apart once so that it can be held against hundreds of known names.
 *
 * @param words its words, see {@link NameWords}
 * @param letters its words as one
 */
record ColumnName(List<String> words, String letters) {

    static final double SAME = 1.0;
    static final double BEGINS_WITH = 0.95;
    private static final double HAS_THE_WORD = 0.92;
    private static final double HAS_THE_LETTERS = 0.88;
    static final double LEAST_SIMILARITY = 0.87;

    private static final int LEAST_LETTERS = 5;
    private static final int LEAST_SPELLING = 6;
    private static final double LEAST_OF_SPELLING = 0.95;
    private static final int MOST_DIFFERENT = 2;

    /** A word of Chinese or Japanese has two characters. */
    private static final int LEAST_CHARACTERS = 2;

    private static final char LAST_LATIN = '\u024F';
    private static final JaroWinklerSimilarity SPELLING = new JaroWinklerSimilarity();

    ColumnName {
        words = List.copyOf(words);
    }

    static ColumnName of(String name) {
        List<String> words = NameWords.of(name);
        return new ColumnName(words, String.join("", words));
    }

    /** How much the name is like a known one: from 0, not at all, to 1, the same. */
    double similarity(ColumnName known) {
        if (NameWords.areOfAnything(known.words)) {
            return words.equals(known.words) ? LEAST_SIMILARITY : 0;
        }
        if (letters.equals(known.letters)) {
            return SAME;
        }
        if (known.words.size() <= words.size()
                && words.subList(0, known.words.size()).equals(known.words)) {
            return BEGINS_WITH;
        }
        if (words.containsAll(known.words)) {
            return HAS_THE_WORD;
        }
        if (known.letters.length() >= known.leastLetters() && letters.contains(known.letters)) {
            return HAS_THE_LETTERS;
        }
        double spelling = mayBeMisspelt(known) ? SPELLING.apply(letters, known.letters) : 0;
        return spelling >= LEAST_OF_SPELLING ? spelling : 0;
    }

    /** How many letters the name must have to say something as a part of another. */
    private int leastLetters() {
        return letters.chars().allMatch(c -> c <= LAST_LATIN) ? LEAST_LETTERS : LEAST_CHARACTERS;
    }

    /** Whether the name may be a known one with a mistake in its spelling. Short names are alike by chance. */
    private boolean mayBeMisspelt(ColumnName known) {
        return Math.min(letters.length(), known.letters.length()) >= LEAST_SPELLING
                && Math.abs(letters.length() - known.letters.length()) <= MOST_DIFFERENT;
    }
}
