package org.salesetl.notation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people write them in sheets: {@code 12.5}, {@code -3}, {@code $1,060.22}, {@code 1,060 €}, {@code EUR 5},
 * {@code R$ 1,200}, {@code (12.00)} and {@code 12.00-} for -12, {@code 1,23,456.78} in India; with a decimal comma {@code 1.060,22}
 * or {@code 1 060,22}; in the digits of any script.
 *
 * <p>Groups of digits are exact. With a decimal point, {@code 1,06} and {@code 0,500} are no numbers, since nobody can know what
 * they mean.
 */
public final class Numbers {

    /** Far more characters than any column holds. */
    private static final int LONGEST = 64;

    private static final int MOST_PLAIN_DIGITS = 18;
    private static final String PERCENT = "%";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A number and a unit. */
    private static final Pattern MEASURED = Pattern.compile("([-+]?\\d[\\d.,']*)\\s?(\\p{L}{1,10})\\.?");

    /** A number of pieces, as in {@code 2 x} and {@code x2}. */
    private static final Pattern TIMES = Pattern.compile("[xX×*]\\s?(\\d[\\d.,']*)|(\\d[\\d.,']*)\\s?[xX×*]");

    /** A price with decimals, and the unit that it is for, as in {@code 100.00/Bag}. */
    private static final Pattern PER_UNIT = Pattern.compile("^([^/]*\\d[.,]\\d[^/]*)/\\s?\\p{L}{1,10}\\.?$");

    private static final Set<String> SMALL_UNITS =
            Set.of("g", "gr", "gram", "grams", "mg", "ml", "cl", "dl", "cm", "mm", "oz", "k", "m", "mio", "mrd", "e");

    private Numbers() {}

    /** The number; null if the text is no number, or would be one only with another decimal mark. */
    public static @Nullable BigDecimal parse(String text, DecimalMark mark) {
        BigDecimal plain = parsePlain(text, mark.decimal());
        if (plain != null || text.length() > LONGEST) {
            return plain;
        }
        String ascii = Digits.ascii(text, mark.decimal());
        return new WrittenNumber(
                        ascii.indexOf('/') > 0 ? PER_UNIT.matcher(ascii).replaceFirst("$1") : ascii)
                .value(mark);
    }

    /** The number, where nobody knows the decimal mark yet: by a point, or else by a comma; null if the text is no number by either. */
    public static @Nullable BigDecimal byAnyMark(String text) {
        BigDecimal byPoint = parse(text, DecimalMark.POINT);
        return byPoint == null ? parse(text, DecimalMark.COMMA) : byPoint;
    }

    /**
     * The number of a quantity, behind which a unit may stand: {@code 3 pcs}, {@code 0.350 kg}, {@code 2 x}. Units of which many make one of those that
     * prices are for, such as grams, are no part of a number, and neither are thousands such as {@code 2k}.
     */
    public static @Nullable BigDecimal quantity(String text, DecimalMark mark) {
        BigDecimal number = parse(text, mark);
        if (number != null || text.length() > LONGEST) {
            return number;
        }
        String ascii = Digits.ascii(text, mark.decimal());
        Matcher times = TIMES.matcher(ascii);
        if (times.matches()) {
            return parse(times.group(1) == null ? times.group(2) : times.group(1), mark);
        }
        Matcher measured = MEASURED.matcher(ascii);
        return measured.matches() && !SMALL_UNITS.contains(measured.group(2).toLowerCase(Locale.ROOT))
                ? parse(measured.group(1), mark)
                : null;
    }

    /** The number of hundredths, perhaps with a sign of per cent before or behind it: {@code 10}, {@code 10 %}, {@code %10}; null if it is none, or above 100. */
    public static @Nullable BigDecimal percent(String text, DecimalMark mark) {
        String bare = text.startsWith(PERCENT)
                ? text.substring(1)
                : text.endsWith(PERCENT) ? text.substring(0, text.length() - 1) : text;
        BigDecimal number = parse(bare.strip(), mark);
        return number == null || number.abs().compareTo(HUNDRED) > 0 ? null : number;
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
