package org.salesetl.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Says in the language of the installation what files, rows and questions keep in English, such as "expected a price of zero or more but
 * found -3". The English sentence of a message file recognises the text, and tells its values. So the database, the API and the log
 * have English, whatever the language, and texts that an earlier version has kept can be read. A sentence that no message file knows
 * stays English.
 */
@Component
class StoredSentences {

    private static final String SENTENCES = "stored.";

    /** What may be a value of another sentence, too. */
    private static final String PARTS = "stored.part.";

    private static final String FOUND = " but found ";
    private static final Pattern LIST = Pattern.compile(", ");

    /** Where one sentence of a text ends and another one may begin. */
    private static final Pattern GAP = Pattern.compile("(?<=[.?!:;]) | · ");

    private static final Pattern QUOTE = Pattern.compile("\"");

    /** A text has a few sentences; what somebody makes longer stays English. */
    private static final int MOST_SENTENCES = 32;

    private final Words words;
    private final Locale language;
    private final List<EnglishSentence> sentences;
    private final List<EnglishSentence> parts;
    private final DateTimeFormatter day;

    StoredSentences(Words words) {
        this.words = words;
        this.language = Locale.forLanguageTag(words.say("language"));
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale());
        ResourceBundle files = Words.bundle();
        this.sentences = files.keySet().stream()
                .filter(key -> key.startsWith(SENTENCES))
                .map(key -> EnglishSentence.of(key, files.getString(key)))
                // a whole sentence may end with a part; the sentence with the most words of its own recognises best
                .sorted(Comparator.comparing((EnglishSentence sentence) -> isPart(sentence))
                        .thenComparing(EnglishSentence::length, Comparator.reverseOrder())
                        .thenComparing(EnglishSentence::key))
                .toList();
        this.parts = sentences.stream().filter(StoredSentences::isPart).toList();
    }

    private static boolean isPart(EnglishSentence sentence) {
        return sentence.key().startsWith(PARTS);
    }

    /** The language of the message file. */
    Locale language() {
        return language;
    }

    /** The text in the language of the installation. */
    String said(String text) {
        return language.equals(Locale.ENGLISH) ? text : translated(text);
    }

    /** One sentence after the other; an unknown sentence stays as it is. */
    private String translated(String text) {
        StringBuilder said = new StringBuilder();
        String rest = text;
        for (int sentence = 0; sentence < MOST_SENTENCES && !rest.isEmpty(); sentence++) {
            Beginning next = beginning(rest);
            said.append(next.said());
            rest = rest.substring(next.length());
        }
        return said + rest;
    }

    /** The first sentence of a text, which is the shortest known one at its beginning, with the gap behind it. */
    private Beginning beginning(String text) {
        List<MatchResult> gaps =
                GAP.matcher(text).results().limit(MOST_SENTENCES).toList();
        for (MatchResult gap : gaps) {
            String head = text.substring(0, gap.start());
            if (QUOTE.matcher(head).results().count() % 2 == 1) {
                continue;
            }
            Optional<String> known = sentence(head, EnglishSentence::isClosed)
                    .or(() -> isSentence(text.substring(gap.end())) ? sentence(head) : Optional.empty());
            if (known.isPresent()) {
                return new Beginning(known.get() + gap.group(), gap.end());
            }
        }
        return sentence(text)
                .map(known -> new Beginning(known, text.length()))
                .orElseGet(() -> Beginning.asItIs(text, gaps));
    }

    private boolean isSentence(String text) {
        return sentence(text, EnglishSentence::isClosed).isPresent();
    }

    /** The translation of a text that is one sentence; empty if no message file knows it. */
    private Optional<String> sentence(String text) {
        int found = text.indexOf(FOUND);
        return found < 0
                ? sentence(text, known -> true)
                // what was found is no value of a sentence that ends before it
                : sentence(text, known -> known.contains(FOUND) || known.isClosed())
                        .or(() -> beside(text.substring(0, found), text.substring(found + FOUND.length())));
    }

    private Optional<String> sentence(String text, Predicate<EnglishSentence> which) {
        return sentences.stream()
                .filter(which)
                .flatMap(known -> translation(known, text).stream())
                .findFirst();
    }

    private Optional<String> beside(String expected, String found) {
        return sentence(expected, known -> true)
                .map(translation -> words.say("found.beside", translation, value(found)));
    }

    private Optional<String> translation(EnglishSentence known, String text) {
        return known.in(text)
                .map(values ->
                        words.say(known.key(), values.stream().map(this::value).toArray()));
    }

    private Object value(Object value) {
        if (value instanceof LocalDate date) {
            return day.format(date);
        }
        return value instanceof String text ? part(text).orElseGet(() -> list(text)) : value;
    }

    private Optional<String> part(String text) {
        return parts.stream()
                .flatMap(known -> translation(known, text).stream())
                .findFirst();
    }

    private String list(String text) {
        return Arrays.stream(LIST.split(text, -1))
                .map(each -> part(each).orElse(each))
                .collect(Collectors.joining(", "));
    }

    /**
     * The beginning of a text.
     *
     * @param said its translation
     * @param length how long it is in the text
     */
    private record Beginning(String said, int length) {

        /** What comes before the first gap. */
        static Beginning asItIs(String text, List<MatchResult> gaps) {
            int length = gaps.isEmpty() ? text.length() : gaps.get(0).end();
            return new Beginning(text.substring(0, length), length);
        }
    }
}
