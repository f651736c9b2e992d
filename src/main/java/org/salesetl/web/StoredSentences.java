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

    /** A text of a file has a few sentences; what somebody makes longer stays English. */
    private static final int MOST_GAPS = 64;

    private final Words words;
    private final boolean english;
    private final List<EnglishSentence> sentences;
    private final List<EnglishSentence> parts;
    private final DateTimeFormatter day;

    StoredSentences(Words words) {
        this.words = words;
        this.english = words.say("language").equals(Locale.ENGLISH.getLanguage());
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale());
        ResourceBundle files = Words.bundle();
        this.sentences = files.keySet().stream()
                .filter(key -> key.startsWith(SENTENCES))
                .map(key -> EnglishSentence.of(key, files.getString(key)))
                .sorted(Comparator.comparingInt(EnglishSentence::length)
                        .reversed()
                        .thenComparing(EnglishSentence::key))
                .toList();
        this.parts = sentences.stream()
                .filter(sentence -> sentence.key().startsWith(PARTS))
                .toList();
    }

    /** The text in the language of the installation. */
    String said(String text) {
        return english ? text : translated(text);
    }

    private String translated(String text) {
        return sentence(text).orElseGet(() -> sentenceBySentence(text));
    }

    /** The translation of a text that is one sentence; empty if no message file knows it. */
    private Optional<String> sentence(String text) {
        int found = text.indexOf(FOUND);
        return sentences.stream()
                // what was found is no value of a sentence that ends before it
                .filter(known -> found < 0 || known.contains(FOUND) || known.isClosed())
                .flatMap(known -> translation(known, text).stream())
                .findFirst()
                .or(() -> found < 0
                        ? Optional.empty()
                        : beside(text.substring(0, found), text.substring(found + FOUND.length())));
    }

    private Optional<String> beside(String expected, String found) {
        return sentence(expected).map(translation -> words.say("found.beside", translation, value(found)));
    }

    /** The longest known sentence at the beginning, and the rest; an unknown sentence stays as it is. */
    private String sentenceBySentence(String text) {
        List<MatchResult> gaps = GAP.matcher(text).results().limit(MOST_GAPS).toList();
        for (int i = gaps.size() - 1; i >= 0; i--) {
            MatchResult gap = gaps.get(i);
            Optional<String> known = sentence(text.substring(0, gap.start()));
            if (known.isPresent()) {
                return known.get() + gap.group() + translated(text.substring(gap.end()));
            }
        }
        return gaps.isEmpty()
                ? text
                : text.substring(0, gaps.get(0).end())
                        + translated(text.substring(gaps.get(0).end()));
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
}
