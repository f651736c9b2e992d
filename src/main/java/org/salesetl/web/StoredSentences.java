package org.salesetl.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says in the language of the installation what files and rows keep in English, such as "expected a price of zero or more but found -3".
 * The English sentence of a message file recognises it, and tells its values. A sentence that no message file knows stays English.
 */
@Component
class StoredSentences {

    private static final Pattern VALUE = Pattern.compile("\\{\\d}");
    private static final String FOUND = " but found ";

    private final Words words;
    private final boolean english;
    private final List<Known> known;

    StoredSentences(Words words) {
        this.words = words;
        this.english = words.say("language").equals(Locale.ENGLISH.getLanguage());
        ResourceBundle sentences = Words.bundle();
        this.known = sentences.keySet().stream()
                .filter(key -> key.startsWith("stored."))
                // the sentence with the most words of its own recognises best
                .sorted(Comparator.comparing((String key) -> VALUE.matcher(sentences.getString(key))
                                .replaceAll("")
                                .length())
                        .reversed())
                .map(key -> known(key, sentences.getString(key).replace("''", "'")))
                .toList();
    }

    /** The sentence in the language of the installation. */
    String said(String sentence) {
        if (english) {
            return sentence;
        }
        int found = sentence.indexOf(FOUND);
        Optional<String> whole = translation(sentence, found >= 0);
        if (whole.isPresent() || found < 0) {
            return whole.orElse(sentence);
        }
        return translation(sentence.substring(0, found), false)
                .map(expected -> words.say("found.beside", expected, sentence.substring(found + FOUND.length())))
                .orElse(sentence);
    }

    /**
     * The translation of a sentence; empty if no message file knows it.
     *
     * @param hasFound whether the sentence says what was found, which is no value of another sentence
     */
    private Optional<String> translation(String sentence, boolean hasFound) {
        return known.stream()
                .filter(candidate -> candidate.hasFound() == hasFound)
                .map(candidate -> new Match(candidate.key(), candidate.english().matcher(sentence)))
                .filter(match -> match.matcher().matches())
                .map(match -> words.say(match.key(), match.values()))
                .findFirst();
    }

    private static Known known(String key, String sentence) {
        String pattern =
                Stream.of(VALUE.split(sentence, -1)).map(Pattern::quote).collect(Collectors.joining("(.*?)"));
        return new Known(key, Pattern.compile(pattern, Pattern.DOTALL), sentence.contains(FOUND));
    }

    private record Known(String key, Pattern english, boolean hasFound) {}

    private record Match(String key, Matcher matcher) {

        Object[] values() {
            return IntStream.rangeClosed(1, matcher.groupCount())
                    .mapToObj(matcher::group)
                    .toArray();
        }
    }
}
