package org.salesetl.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An English sentence of the message files, which recognises a text and tells the values in it. {@code {0}} is any text,
 * {@code {0,number}} a number and {@code {0,date}} a date as in {@code 5 March 2025}.
 *
 * @param key the key in the message files
 * @param words what stands before, between and after the values
 * @param values the values, in the order of the text
 */
record EnglishSentence(String key, List<String> words, List<Value> values) {

    private static final Pattern VALUE = Pattern.compile("\\{(\\d)(?:,(number|date))?}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(\\.\\d+)?");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** A sentence of the message files, in which an apostrophe is doubled. */
    static EnglishSentence of(String key, String sentence) {
        String text = sentence.replace("''", "'");
        List<Value> values = VALUE.matcher(text).results().map(Value::of).toList();
        return new EnglishSentence(key, List.of(VALUE.split(text, -1)), values);
    }

    /** How many characters the sentence has of its own: the sentence with the most recognises best. */
    int length() {
        return words.stream().mapToInt(String::length).sum();
    }

    boolean contains(String part) {
        return words.stream().anyMatch(each -> each.contains(part));
    }

    /** Whether words come last, so that no value takes what follows the sentence. */
    boolean isClosed() {
        return !words.get(words.size() - 1).isEmpty();
    }

    /**
     * The values of the sentence in a text: texts, {@link BigDecimal} and {@link LocalDate}, in the order of their numbers. Each value
     * ends where the next words begin for the first time, so the time grows with the length of the text alone.
     *
     * @return empty if the text is another sentence
     */
    Optional<List<Object>> in(String text) {
        String last = words.get(words.size() - 1);
        int end = text.length() - last.length();
        int at = words.get(0).length();
        if (!text.startsWith(words.get(0))
                || !text.endsWith(last)
                || (values.isEmpty() ? at != text.length() : at > end)) {
            return Optional.empty();
        }
        Object[] found = new Object[values.size()];
        for (int i = 0; i < values.size(); i++) {
            boolean isLast = i == values.size() - 1;
            String next = words.get(i + 1);
            int to = isLast ? end : text.indexOf(next, at);
            if (to < at || to > end) {
                return Optional.empty();
            }
            Optional<Object> value = values.get(i).read(text.substring(at, to));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            found[values.get(i).number()] = value.get();
            at = to + next.length();
        }
        return Optional.of(new ArrayList<>(List.of(found)));
    }

    /**
     * A value of the sentence.
     *
     * @param number its number in the message files
     * @param type {@code number}, {@code date}, or empty for a text
     */
    record Value(int number, String type) {

        static Value of(MatchResult found) {
            return new Value(Integer.parseInt(found.group(1)), found.group(2) == null ? "" : found.group(2));
        }

        Optional<Object> read(String text) {
            return switch (type) {
                case "number" ->
                    NUMBER.matcher(text).matches()
                            ? Optional.of(new BigDecimal(text.replace(",", "")))
                            : Optional.empty();
                case "date" -> date(text);
                default -> Optional.of(text);
            };
        }

        private static Optional<Object> date(String text) {
            try {
                return Optional.of(LocalDate.parse(text, DATE));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }
}
