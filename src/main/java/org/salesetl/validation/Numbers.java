package org.salesetl.validation;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people write them in sheets: {@code 12.5}, {@code -3}, {@code $1,060.22}, {@code 1,060 €}.
 *
 * <p>Commas are thousands separators in exact groups of three; {@code 12,50} and {@code 0,500} are no numbers, since nobody
 * can know what they mean.
 */
final class Numbers {

    private static final Pattern NUMBER =
            Pattern.compile("(?<before>[+-]?)[\\s\\u00A0]*(?<currency>\\p{Sc}?)[\\s\\u00A0]*(?<after>[+-]?)"
                    + "(?<whole>[1-9]\\d{0,2}(?:,\\d{3})+|\\d*)(?<decimals>\\.\\d*)?"
                    + "[\\s\\u00A0]*(?<currencyAfter>\\p{Sc}?)");
    /** Far more digits than any column holds; longer text is not worth a regular expression's time. */
    private static final int LONGEST = 64;

    private static final int MOST_PLAIN_DIGITS = 18;

    private Numbers() {}

    /** The number; null if the text is none. */
    static @Nullable BigDecimal parse(String text) {
        BigDecimal plain = parsePlain(text);
        if (plain != null || text.length() > LONGEST) {
            return plain;
        }
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String sign = matcher.group("before") + matcher.group("after");
        String whole = matcher.group("whole").replace(",", "");
        String decimals = matcher.group("decimals") == null ? "" : matcher.group("decimals");
        String currency = matcher.group("currency") + matcher.group("currencyAfter");
        if (sign.length() > 1 || currency.length() > 1 || (whole.isEmpty() && decimals.length() < 2)) {
            return null;
        }
        return new BigDecimal(sign + whole + (decimals.length() < 2 ? "" : decimals));
    }

    /** Digits and at most one point with digits on both sides: what nearly every cell is, and ten times as fast. */
    private static @Nullable BigDecimal parsePlain(String text) {
        int length = text.length();
        if (length == 0 || length > MOST_PLAIN_DIGITS) {
            return null;
        }
        long unscaled = 0;
        int point = -1;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
            } else if (c == '.' && point < 0 && i > 0 && i < length - 1) {
                point = i;
            } else {
                return null;
            }
        }
        return BigDecimal.valueOf(unscaled, point < 0 ? 0 : length - 1 - point);
    }
}
