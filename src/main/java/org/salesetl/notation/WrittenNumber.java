package org.salesetl.notation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a written number apart: at most one sign and one currency, each before or behind the digits, and groups of digits. No regular
 * expression reads what strangers write: every character is looked at once.
 */
final class WrittenNumber {

    private static final String BLANKS = " \t\u00A0\u2009\u202F";
    private static final String MINUS = "-\u2212";
    private static final String GROUPS = BLANKS + "'\u2019";
    private static final int GROUP = 3;
    private static final int INDIAN_GROUP = 2;
    private static final int CODE = 3;
    private static final int CENTS = 2;

    /** The codes of ISO 4217. */
    static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** What shops write for a currency that is neither a code nor a sign of its own, the longest first. */
    private static final List<String> NAMES = List.of(
                    "R$", "US$", "U$", "A$", "AU$", "C$", "CA$", "HK$", "MX$", "NT$", "NZ$", "S$", "Rs", "Rs.", "kr",
                    "kr.", "Kr", "Kr.", "zł", "Kč", "Ft", "lei", "Lei", "Fr", "Fr.", "SFr", "SFr.", "S/", "S/.", "B/.",
                    "RM", "Rp", "Rp.", "TL", "руб", "руб.", "р.", "лв", "лв.", "грн", "грн.", "din", "din.", "円", "元",
                    "원", "R", "KSh", "Ksh", "KSh.", "TSh", "USh", "Bs", "Bs.", "RD$", "KM", "тг", "тг.", "ден", "ден.",
                    "บาท", "đ", "ر.س", "د.إ", "ج.م", "DH", "Dhs", "Tk", "Tk.")
            .stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private final String text;
    private int from;
    private int to;
    private int signs;
    private int currencies;
    private boolean negative;

    WrittenNumber(String text) {
        this.text = text;
        this.to = text.length();
    }

    /** The number; null if the text is none, or only another mark would make it one. */
    @Nullable
    BigDecimal value(DecimalMark mark) {
        boolean stripped = true;
        while (stripped && from < to) {
            stripped = takeBrackets() || takeFirst() || takeLast();
        }
        return signs > 1 || currencies > 1 || from >= to ? null : digits(mark);
    }

    /** {@code (12.00)} is how accountants write -12. */
    private boolean takeBrackets() {
        if (to - from < 3 || text.charAt(from) != '(' || text.charAt(to - 1) != ')') {
            return false;
        }
        from++;
        to--;
        return takeSign(true);
    }

    private boolean takeFirst() {
        char first = text.charAt(from);
        if (isDigit(first)) {
            return false;
        }
        if (BLANKS.indexOf(first) >= 0) {
            from++;
            return true;
        }
        if (isSign(first)) {
            from++;
            return takeSign(first != '+');
        }
        int length = currencyAtStart();
        from += length;
        currencies += length > 0 ? 1 : 0;
        return length > 0;
    }

    private boolean takeLast() {
        char last = text.charAt(to - 1);
        if (isDigit(last)) {
            return false;
        }
        if (BLANKS.indexOf(last) >= 0) {
            to--;
            return true;
        }
        if (isSign(last)) {
            to--;
            return takeSign(last != '+');
        }
        int length = currencyAtEnd();
        to -= length;
        currencies += length > 0 ? 1 : 0;
        return length > 0;
    }

    private boolean takeSign(boolean minus) {
        signs++;
        negative |= minus;
        return true;
    }

    private static boolean isSign(char c) {
        return c == '+' || MINUS.indexOf(c) >= 0;
    }

    private int currencyAtStart() {
        for (String name : NAMES) {
            int end = from + name.length();
            if (end < to && text.startsWith(name, from) && !areOfOneWord(end)) {
                return name.length();
            }
        }
        if (isCurrencySign(text.charAt(from))) {
            return 1;
        }
        return to - from > CODE && CODES.contains(text.substring(from, from + CODE)) ? CODE : 0;
    }

    private int currencyAtEnd() {
        for (String name : NAMES) {
            int start = to - name.length();
            if (start > from && text.startsWith(name, start) && !areOfOneWord(start)) {
                return name.length();
            }
        }
        if (isCurrencySign(text.charAt(to - 1))) {
            return 1;
        }
        return to - from > CODE && CODES.contains(text.substring(to - CODE, to)) ? CODE : 0;
    }

    /** Whether letters stand on both sides of a place: the R of EUR is no rand. */
    private boolean areOfOneWord(int place) {
        return Character.isLetter(text.charAt(place - 1)) && Character.isLetter(text.charAt(place));
    }

    private static boolean isCurrencySign(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private @Nullable BigDecimal digits(DecimalMark mark) {
        int decimal = text.indexOf(mark.decimal(), from);
        int end = decimal < 0 || decimal >= to ? to : decimal;
        if (negative && decimal == from && mark == DecimalMark.COMMA && to - decimal == 1 + CENTS) {
            // in "-,99" the dash stands for no euros, and is no minus
            return null;
        }
        StringBuilder number = new StringBuilder(to - from + 1);
        number.append(negative ? "-" : "");
        int signLength = number.length();
        if (!appendWhole(end, mark, number)) {
            return null;
        }
        if (end < to) {
            number.append('.');
            for (int at = end + 1; at < to; at++) {
                if (!isDigit(text.charAt(at))) {
                    return null;
                }
                number.append(text.charAt(at));
            }
            if (number.charAt(number.length() - 1) == '.') {
                number.setLength(number.length() - 1);
            }
        }
        return number.length() == signLength ? null : new BigDecimal(number.toString());
    }

    /** Appends the digits before the decimals, without what groups them; false if these are no groups. */
    private boolean appendWhole(int end, DecimalMark mark, StringBuilder number) {
        List<String> groups = new ArrayList<>();
        char separator = 0;
        int start = from;
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (!isDigit(c)) {
                if (separator == 0 && isGroup(c, mark)) {
                    separator = c;
                }
                if (c != separator) {
                    return false;
                }
                groups.add(text.substring(start, at));
                start = at + 1;
            }
        }
        groups.add(text.substring(start, end));
        groups.forEach(number::append);
        return groups.size() == 1 || areExact(groups);
    }

    /** By threes, as in {@code 12,345,678}, or as in India, where only the last group has three digits: {@code 1,23,45,678}. */
    private static boolean areExact(List<String> groups) {
        String first = groups.get(0);
        List<String> middle = groups.subList(1, groups.size() - 1);
        boolean indian = !middle.isEmpty() && middle.get(0).length() == INDIAN_GROUP;
        int length = indian ? INDIAN_GROUP : GROUP;
        return !first.isEmpty()
                && first.length() <= length
                && first.charAt(0) != '0'
                && middle.stream().allMatch(group -> group.length() == length)
                && groups.get(groups.size() - 1).length() == GROUP;
    }

    private static boolean isGroup(char c, DecimalMark mark) {
        return GROUPS.indexOf(c) >= 0 || c == (mark == DecimalMark.POINT ? ',' : '.');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
