package org.salesetl.layout;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * The name of a column, taken apart once so that it can be held against hundreds of known names.
 *
 * @param words its words, see {@link NameWords}
 * @param letters its words as one
 * @param letterSet a bit for each of its letters; letters may share a bit
 */
record ColumnName(List<String> words, String letters, long letterSet) {

    static final double SAME = 1.0;
    static final double BEGINS_WITH = 0.95;
    private static final double HAS_THE_WORD = 0.92;
    private static final double HAS_THE_LETTERS = 0.88;
    static final double LEAST_SIMILARITY = 0.87;

    private static final int LEAST_LETTERS = 5;
    private static final int LEAST_SPELLING = 6;
    private static final double LEAST_OF_SPELLING = 0.95;
    /**
     * With fewer letters in common, no two names reach {@link #LEAST_OF_SPELLING}. Winkler's bonus is 0.1 for each of four first letters at
     * most, so Jaro's own similarity must be (0.95 - 0.4) / 0.6 = 0.916. That is a third of: the common letters' share in one name, their share
     * in the other, and 1 at most. So the share in the shorter name must be 7/8.
     */
    private static final int LETTERS_FOR_EACH_STRANGE_ONE = 8;

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
        String letters = String.join("", words);
        return new ColumnName(
                words, letters, letters.chars().mapToLong(c -> 1L << c).reduce(0, (a, b) -> a | b));
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
                && Math.abs(letters.length() - known.letters.length()) <= MOST_DIFFERENT
                && (letters.length() <= known.letters.length()
                        ? hasMostLettersOf(known)
                        : known.hasMostLettersOf(this));
    }

    /** A quick look: this name is not longer than the other, and most names have nothing to do with each other. */
    private boolean hasMostLettersOf(ColumnName other) {
        return Long.bitCount(letterSet & ~other.letterSet) * LETTERS_FOR_EACH_STRANGE_ONE <= letters.length();
    }
}
