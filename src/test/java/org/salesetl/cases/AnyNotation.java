package org.salesetl.cases;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** How a program writes characters, dates and numbers: chosen at random, the same for a whole file. */
final class AnyNotation {

    private static final List<String> DATES_WITHOUT_DOUBT = List.of(
            "yyyy-MM-dd",
            "yyyy/MM/dd",
            "yyyyMMdd",
            "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            "dd-MMM-yy",
            "d MMMM yyyy",
            "EEEE, d MMMM yyyy");
    private static final List<String> DAY_FIRST =
            List.of("dd.MM.yyyy", "d.M.yy", "dd/MM/yyyy HH:mm", "d-M-yyyy", "dd.MM.yyyy, HH:mm:ss");
    private static final List<String> MONTH_FIRST = List.of("MM/dd/yyyy", "M/d/yy", "M/d/yyyy h:mm a", "MM-dd-yyyy");
    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("pt"),
            Locale.forLanguageTag("nl"));
    private static final List<String> CURRENCIES =
            List.of("", "", "", "€#", "€ #", "EUR #", "$#", "R$ #", "# €", "#€", "# EUR", "# kr", "# zł");
    private static final List<String> MINUS = List.of("-#", "-#", "#-", "(#)", "- #", "−#");
    private static final List<String> GROUPS_OF_COMMAS = List.of("", ".", " ", "\u00A0", "\u202F", "'");
    private static final List<String> GROUPS_OF_POINTS = List.of("", ",", " ", "\u00A0", "'", "’");

    private final Charset charset;
    private final boolean mark;
    private final DateTimeFormatter date;

    /** {@code day_first} or {@code month_first}; null if no date of this form leaves a doubt. */
    private final @Nullable String dateOrder;

    private final boolean comma;
    private final String group;
    private final String currency;
    private final String minus;
    private final int spareDecimals;

    AnyNotation(Random random) {
        this.charset = any(
                random,
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.ISO_8859_1,
                        Charset.forName("windows-1252")));
        this.mark = charset.name().startsWith("UTF-16") || (charset.name().equals("UTF-8") && random.nextBoolean());
        this.dateOrder = any(random, List.of("", "day_first", "month_first"));
        List<String> patterns =
                dateOrder.isEmpty() ? DATES_WITHOUT_DOUBT : dateOrder.startsWith("day") ? DAY_FIRST : MONTH_FIRST;
        this.date = DateTimeFormatter.ofPattern(
                any(random, patterns), dateOrder.isEmpty() ? any(random, LANGUAGES) : Locale.US);
        this.comma = random.nextBoolean();
        this.group = written(random, comma ? GROUPS_OF_COMMAS : GROUPS_OF_POINTS);
        this.currency = written(random, CURRENCIES);
        this.minus = written(random, MINUS);
        this.spareDecimals = random.nextInt(3);
    }

    static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of these texts that the character set has. */
    private String written(Random random, List<String> choices) {
        return any(random, choices.stream().filter(this::canWrite).toList());
    }

    boolean canWrite(String text) {
        return charset.newEncoder().canEncode(text);
    }

    boolean hasDecimalComma() {
        return comma;
    }

    /** What comes first in the dates; empty if each can be read in one way only. */
    String dateOrder() {
        return String.valueOf(dateOrder);
    }

    byte[] bytes(String text) {
        return ((mark ? "\uFEFF" : "") + text).getBytes(charset);
    }

    String date(LocalDate day) {
        return date.format(day.atTime(13, 5));
    }

    String money(BigDecimal amount) {
        String digits = digits(amount.abs(), 2);
        String signed = amount.signum() < 0 ? minus.replace("#", digits) : digits;
        return currency.isEmpty() ? signed : currency.replace("#", signed);
    }

    String quantity(BigDecimal quantity) {
        int decimals = Math.max(quantity.stripTrailingZeros().scale(), spareDecimals);
        String digits = digits(quantity.abs(), Math.max(0, decimals));
        return quantity.signum() < 0 ? minus.replace("#", digits) : digits;
    }

    private String digits(BigDecimal number, int decimals) {
        String plain = number.setScale(decimals).toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, group);
        }
        return point < 0 ? grouped.toString() : grouped + (comma ? "," : ".") + plain.substring(point + 1);
    }

    @Override
    public String toString() {
        return charset + (mark ? " with a mark, " : ", ") + date + ", " + money(new BigDecimal("-1234.50"));
    }
}
