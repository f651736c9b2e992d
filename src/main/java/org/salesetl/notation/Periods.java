package org.salesetl.notation;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The names of periods, which a report has as names of columns: {@code Jan 2025}, {@code 2025-01}, {@code Q1 2025}, {@code KW 12}. */
public final class Periods {

    private static final int LONGEST = 32;
    private static final Pattern NUMBERED = Pattern.compile(
            "\\d{4}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{4}|(Q|T|W|KW|H|S)\\s?\\d{1,2}([ /-]\\d{2,4})?|\\d{4}[ -]?(Q|T|W|KW|H|S)\\d{1,2}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private Periods() {}

    /** Whether the text names a month, a quarter or a week, with or without its year. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && (NUMBERED.matcher(text).matches() || isMonth(text));
    }

    private static boolean isMonth(String text) {
        List<String> words = Arrays.stream(text.split("[\\s./'-]+"))
                .filter(word -> !word.isEmpty() && !NUMBER.matcher(word).matches())
                .toList();
        return words.size() == 1 && NamedDates.isMonth(words.get(0));
    }
}
