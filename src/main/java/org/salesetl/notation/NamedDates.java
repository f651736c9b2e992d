package org.salesetl.notation;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates that name their month: {@code 05-Mar-25}, {@code Mar 5, 2025}, {@code Wednesday, March 5, 2025}, {@code 5 mars 2025},
 * {@code 5 de março de 2025}, {@code 2025年3月5日}. The name leaves no doubt about what is the day, whatever comes first.
 */
final class NamedDates {

    /** Its short names are words of other languages: led, pro. */
    private static final Locale CZECH = Locale.forLanguageTag("cs");

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("pt"),
            Locale.ITALIAN,
            Locale.forLanguageTag("nl"),
            Locale.forLanguageTag("pl"),
            Locale.forLanguageTag("tr"),
            Locale.forLanguageTag("sv"),
            Locale.forLanguageTag("da"),
            Locale.forLanguageTag("nb"),
            Locale.forLanguageTag("fi"),
            CZECH,
            Locale.forLanguageTag("sk"),
            Locale.forLanguageTag("hu"),
            Locale.forLanguageTag("ro"),
            Locale.forLanguageTag("el"),
            Locale.forLanguageTag("bg"),
            Locale.forLanguageTag("uk"),
            Locale.forLanguageTag("ru"));

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    /** What stands between the parts of a date and means nothing. */
    private static final Set<String> FILLERS = Set.of("de", "del", "of", "den", "le", "il", "o");

    /** What follows the number of a day. */
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er", "º", "ª");

    private static final String SEPARATORS = " \u00A0,.-/";

    /** Chinese and Japanese, and Korean, name year, month and day. Japanese may count the years of an era; the first one has a name. */
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(?:(令和|平成)\\s?(\\d{1,2}|元)|(\\d{4}))[年년]\\s?(\\d{1,2})[月월]\\s?(\\d{1,2})[日일]");

    /** The year before the first one of each era. */
    private static final Map<String, Integer> ERAS = Map.of("令和", 2018, "平成", 1988);

    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> WEEKDAYS = weekdays();
    private static final int PARTS = 3;
    private static final int SHORTEST_NAME = 3;

    private NamedDates() {}

    /**
     * Year, month and day, and where the text goes on behind the date.
     *
     * @param year in four digits; two mean this century
     * @param end the place behind the last character of the date
     */
    record Parts(int year, int month, int day, int end) {}

    /** The parts of the date at the start of the text; null if there is no date that names its month. */
    static @Nullable Parts read(String text) {
        if (!hasName(text) || text.indexOf('年') >= 0) {
            return eastAsian(text);
        }
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (parts.size() < PARTS && at < text.length()) {
            char c = text.charAt(at);
            if (SEPARATORS.indexOf(c) >= 0) {
                at++;
                continue;
            }
            int end = endOfWord(text, at);
            if (end == at) {
                return null;
            }
            String word = normalised(text.substring(at, end));
            boolean means = !FILLERS.contains(word) && !(ORDINALS.contains(word) && !parts.isEmpty());
            if (means && !(parts.isEmpty() && WEEKDAYS.contains(word))) {
                parts.add(word);
            }
            at = end;
        }
        return parts.size() < PARTS ? null : parts(parts, behind(text, at));
    }

    /** Hungarian puts a point behind the day, and Russian a word behind the year. */
    private static int behind(String text, int at) {
        return Stream.of(".", " г.", "\u00A0г.")
                .filter(sign -> text.startsWith(sign, at))
                .findFirst()
                .map(sign -> at + sign.length())
                .orElse(at);
    }

    private static @Nullable Parts eastAsian(String text) {
        Matcher date = EAST_ASIAN.matcher(text);
        return date.lookingAt() ? parts(year(date), Integer.parseInt(date.group(4)), date.group(5), date.end()) : null;
    }

    private static String year(Matcher date) {
        if (date.group(3) != null) {
            return date.group(3);
        }
        int ofEra = "元".equals(date.group(2)) ? 1 : Integer.parseInt(date.group(2));
        return String.valueOf(requireNonNull(ERAS.get(date.group(1))) + ofEra);
    }

    /** Whether the text is the name of a month. */
    static boolean isMonth(String text) {
        return MONTHS.containsKey(normalised(text));
    }

    /** Whether letters stand in a row as in the shortest name of a month. Most dates have none, and need no closer look. */
    private static boolean hasName(String text) {
        int letters = 0;
        for (int at = 0; at < text.length() && letters < SHORTEST_NAME; at++) {
            letters = Character.isLetter(text.charAt(at)) ? letters + 1 : 0;
        }
        return letters == SHORTEST_NAME;
    }

    private static @Nullable Parts parts(List<String> parts, int end) {
        Integer second = MONTHS.get(parts.get(1));
        if (second != null) {
            boolean yearFirst = parts.get(0).length() == 4;
            String day = parts.get(yearFirst ? 2 : 0);
            return parts(parts.get(yearFirst ? 0 : 2), second, day, end);
        }
        Integer first = MONTHS.get(parts.get(0));
        return first == null ? null : parts(parts.get(2), first, parts.get(1), end);
    }

    private static @Nullable Parts parts(String year, int month, String day, int end) {
        boolean numbers =
                isNumber(year) && isNumber(day) && (year.length() == 4 || year.length() == 2) && day.length() <= 2;
        return numbers
                ? new Parts(Dates.year(Integer.parseInt(year), year.length()), month, Integer.parseInt(day), end)
                : null;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Letters, or digits: a word ends where the other begins. */
    private static int endOfWord(String text, int from) {
        boolean digits = Character.isDigit(text.charAt(from));
        int end = from;
        while (end < text.length() && (digits ? Character.isDigit(text.charAt(end)) : isOfWord(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || c == 'º' || c == 'ª';
    }

    /** Without case and accents. */
    private static String normalised(String word) {
        return Accents.removedFrom(word).toLowerCase(Locale.ROOT);
    }

    /** A name that means different months in two languages would be none; there is no such name. */
    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        months.put("sept", Month.SEPTEMBER.getValue());
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : language.equals(CZECH) ? STYLES.subList(0, 2) : STYLES) {
                    Integer other = months.put(
                            normalised(month.getDisplayName(style, language)).replace(".", ""), month.getValue());
                    if (other != null && other != month.getValue()) {
                        throw new IllegalStateException(month.getDisplayName(style, language) + " means two months");
                    }
                }
            }
        }
        return Map.copyOf(months);
    }

    private static Set<String> weekdays() {
        Set<String> weekdays = new HashSet<>();
        for (Locale language : LANGUAGES) {
            for (DayOfWeek day : DayOfWeek.values()) {
                for (TextStyle style : STYLES) {
                    // in Portuguese, a name has two parts, as in terça-feira
                    String name =
                            normalised(day.getDisplayName(style, language)).replace(".", "");
                    weekdays.addAll(List.of(name.split("[ -]")));
                }
            }
        }
        weekdays.removeAll(months().keySet());
        return Set.copyOf(weekdays);
    }
}
