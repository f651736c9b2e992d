package org.salesetl.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.WarehouseCurrency;
import org.salesetl.vocabulary.Quantity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Writes numbers for pages and charts, as people write them in the configured country. The language of the machine does not matter. */
@Component
public class NumberStyle {

    private static final int MONEY_DECIMALS = 2;
    private static final int PRICE_DECIMALS = 4;
    private static final char NO_BREAK_SPACE = '\u00A0';
    /** The sign behind a number; no line breaks in between. */
    public static final String PERCENT = NO_BREAK_SPACE + "%";

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final List<String> THOUSANDS = List.of("", "k", "M", "B", "T");

    private final Locale locale;
    private final Supplier<@Nullable Currency> currency;
    private final Words words;

    @Autowired
    NumberStyle(SalesEtlProperties properties, WarehouseCurrency currency, Words words) {
        this.words = words;
        this.locale = properties.locale();
        this.currency = currency::known;
    }

    /**
     * @param locale the language and country
     * @param currency the currency of amounts of money; null if amounts show none
     */
    public NumberStyle(Locale locale, @Nullable Currency currency) {
        this.locale = locale;
        this.currency = () -> currency;
        this.words = Words.in(locale);
    }

    /** The words between the numbers, in the same language. */
    public Words words() {
        return words;
    }

    /** The language and country. */
    public Locale locale() {
        return locale;
    }

    /** The code of the currency, as in {@code EUR}; null if amounts show none. */
    public @Nullable String currencyCode() {
        Currency known = currency.get();
        return known == null ? null : known.getCurrencyCode();
    }

    /** {@code 12,345}, and up to four decimals where a quantity has them. */
    public String count(Number number) {
        return format(NumberFormat.getNumberInstance(locale), 0, Quantity.DECIMALS, number);
    }

    /** {@code 12,345.60}, with the currency if there is one. */
    public String money(Number amount) {
        return format(moneyFormat(), MONEY_DECIMALS, MONEY_DECIMALS, exact(amount));
    }

    /** {@link #count}, or {@code 2.30 M} from a million on: short enough for a tile. */
    public String briefCount(Number number) {
        return brief(number, this::count, NumberFormat.getNumberInstance(locale));
    }

    /** {@link #money}, or {@code 2.30 M} with the currency from a million on: short enough for a tile. */
    public String briefMoney(Number amount) {
        return brief(amount, this::money, moneyFormat());
    }

    private static String brief(Number number, Function<Number, String> whole, NumberFormat format) {
        BigDecimal scaled = exact(number);
        if (scaled.abs().setScale(MONEY_DECIMALS, RoundingMode.HALF_UP).compareTo(MILLION) < 0) {
            return whole.apply(number);
        }
        int thousands = 0;
        while (scaled.abs().setScale(MONEY_DECIMALS, RoundingMode.HALF_UP).compareTo(THOUSAND) >= 0
                && thousands < THOUSANDS.size() - 1) {
            scaled = scaled.movePointLeft(3);
            thousands++;
        }
        String written = format(format, MONEY_DECIMALS, MONEY_DECIMALS, scaled);
        // the unit belongs to the number, also where the currency comes behind
        int end = written.length();
        while (!Character.isDigit(written.charAt(end - 1))) {
            end--;
        }
        return written.substring(0, end) + NO_BREAK_SPACE + THOUSANDS.get(thousands) + written.substring(end);
    }

    /** {@code 12,345.60}, or up to four decimals if they are not zero; with the currency if there is one. */
    public String price(BigDecimal amount) {
        return format(moneyFormat(), MONEY_DECIMALS, PRICE_DECIMALS, amount);
    }

    /** {@link #price} without the currency. */
    public String amount(BigDecimal amount) {
        return format(NumberFormat.getNumberInstance(locale), MONEY_DECIMALS, PRICE_DECIMALS, amount);
    }

    /** With so many decimals, for example {@code 2.5}. */
    public String decimal(Number value, int decimals) {
        return format(NumberFormat.getNumberInstance(locale), decimals, decimals, exact(value));
    }

    /**
     * Short enough for an axis: {@code 950}, {@code 1.2k}, {@code 3.4M}. Java's compact number format would show prices below a
     * thousand without decimals, and a thousand as {@code 1.000} in German and as {@code 1T} in India.
     */
    public String compact(double value) {
        BigDecimal scaled = new BigDecimal(value);
        int thousands = 0;
        while (scaled.abs().compareTo(new BigDecimal("999.9995")) >= 0 && thousands < THOUSANDS.size() - 1) {
            scaled = scaled.movePointLeft(3);
            thousands++;
        }
        // below a thousand, four decimals, because prices have four; above, three decimals, so that no two ticks look
        // the same
        BigDecimal rounded = scaled.setScale(thousands == 0 ? 4 : 3, RoundingMode.HALF_UP);
        BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded;
        return format(NumberFormat.getNumberInstance(locale), 0, PRICE_DECIMALS, plain) + THOUSANDS.get(thousands);
    }

    /** A share in whole per cent. {@code 0 %} and {@code 100 %} are written only if they are exact. */
    public String percent(BigDecimal part, BigDecimal whole) {
        BigDecimal percent = part.movePointRight(2).divide(whole, 0, RoundingMode.HALF_UP);
        if (percent.signum() == 0 && part.signum() > 0) {
            return words.say("percent.least", "1" + PERCENT);
        }
        if (percent.intValue() == 100 && part.compareTo(whole) < 0) {
            return words.say("percent.most", "99" + PERCENT);
        }
        return count(percent) + PERCENT;
    }

    private NumberFormat moneyFormat() {
        Currency known = currency.get();
        if (known == null) {
            return NumberFormat.getNumberInstance(locale);
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(known);
        return format;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    private static String format(NumberFormat format, int leastDecimals, int mostDecimals, Number number) {
        format.setMinimumFractionDigits(leastDecimals);
        format.setMaximumFractionDigits(mostDecimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
