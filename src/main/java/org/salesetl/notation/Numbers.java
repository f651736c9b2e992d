package org.salesetl.notation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people write them in sheets: {@code 12.5}, {@code -3}, {@code $1,060.22}, {@code 1,060 €}, {@code EUR 5},
 * {@code (12.00)} for -12; with a decimal comma {@code 1.060,22} or {@code 1 060,22}.
 *
 * <p>Thousands are grouped by exactly three digits. With a decimal point, {@code 1,06} and {@code 0,500} are no numbers, since
 * nobody can know what they mean.
 */
public final class Numbers {

    private static final String BLANKS = "[\\s\\u00A0\\u202F]*";
    private static final String CURRENCY = "\\p{Sc}|[A-Z]{3}";
    private static final Pattern WITH_POINT = pattern(",", "\\.");
    private static final Pattern WITH_COMMA = pattern("[. '\\u00A0\\u202F]", ",");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    private static final Set<String> CURRENCY_CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Far more digits than any column holds; a regular expression would only waste time on longer text. */
    private static final int LONGEST = 64;

    private static final int MOST_PLAIN_DIGITS = 18;

    private Numbers() {}

    private static Pattern pattern(String group, String decimal) {
        return Pattern.compile("(?<before>[+-]?)" + BLANKS + "(?<currency>" + CURRENCY + "|)" + BLANKS
                + "(?<after>[+-]?)(?<whole>[1-9]\\d{0,2}(?<group>" + group + ")\\d{3}(?:\\k<group>\\d{3})*|\\d*)"
                + "(?:" + decimal + "(?<decimals>\\d*))?"
                + BLANKS + "(?<currencyAfter>" + CURRENCY + "|)");
    }

    /** The number; null if the text is no number, or would be one only with another decimal mark. */
    public static @Nullable BigDecimal parse(String text, DecimalMark mark) {
        BigDecimal plain = parsePlain(text, mark.decimal());
        if (plain != null || text.length() > LONGEST) {
            return plain;
        }
        boolean inParentheses = text.length() > 2 && text.startsWith("(") && text.endsWith(")");
        String inner = inParentheses ? text.substring(1, text.length() - 1) : text;
        Matcher matcher = (mark == DecimalMark.POINT ? WITH_POINT : WITH_COMMA).matcher(inner);
        if (!matcher.matches()) {
            return null;
        }
        String sign = (inParentheses ? "-" : "") + matcher.group("before") + matcher.group("after");
        String whole = NO_DIGITS.matcher(matcher.group("whole")).replaceAll("");
        String decimals = matcher.group("decimals") == null ? "" : matcher.group("decimals");
        if (sign.length() > 1
                || (whole.isEmpty() && decimals.isEmpty())
                || !isAtMostOneCurrency(matcher.group("currency"), matcher.group("currencyAfter"))) {
            return null;
        }
        return new BigDecimal(sign + whole + (decimals.isEmpty() ? "" : "." + decimals));
    }

    private static boolean isAtMostOneCurrency(String before, String after) {
        String currency = before + after;
        return (before.isEmpty() || after.isEmpty()) && (currency.length() < 3 || CURRENCY_CODES.contains(currency));
    }

    /** Reads digits with at most one mark between them. Nearly every cell is like that, and this is ten times as fast. */
    private static @Nullable BigDecimal parsePlain(String text, char decimal) {
        int length = text.length();
        if (length == 0 || length > MOST_PLAIN_DIGITS) {
            return null;
        }
        long unscaled = 0;
        int mark = -1;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
            } else if (c == decimal && mark < 0 && i > 0 && i < length - 1) {
                mark = i;
            } else {
                return null;
            }
        }
        return BigDecimal.valueOf(unscaled, mark < 0 ? 0 : length - 1 - mark);
    }
}
