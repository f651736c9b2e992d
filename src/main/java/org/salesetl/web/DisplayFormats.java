package org.salesetl.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.intake.Text;
import org.springframework.stereotype.Component;

/** How values look on pages. */
@Component
public class DisplayFormats {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final DateTimeFormatter time;

    DisplayFormats(SalesEtlProperties properties) {
        this.time = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH)
                .withZone(properties.zone());
    }

    /** {@code 12,345}. */
    public String count(Number number) {
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    /** {@code 12,345.60}. */
    public String money(Number amount) {
        BigDecimal exact = amount instanceof BigDecimal decimal ? decimal : new BigDecimal(amount.toString());
        return new DecimalFormat("#,##0.00", SYMBOLS).format(exact.setScale(2, RoundingMode.HALF_UP));
    }

    /** {@code 12,345.60}, and up to four decimals where they say something. */
    public String price(BigDecimal amount) {
        return new DecimalFormat("#,##0.00##", SYMBOLS).format(amount);
    }

    /** A value of an answer: counts and money as numbers, text with control characters made visible. */
    public String value(Object value) {
        if (value instanceof BigDecimal amount) {
            return price(amount);
        }
        return value instanceof Number number ? count(number) : cell(value);
    }

    /** {@code 31 Jan 2025}. */
    public String date(LocalDate date) {
        return DAY.format(date);
    }

    /** The time on the business's clock; a dash if there is none. */
    public String time(@Nullable Instant instant) {
        return instant == null ? "–" : time.format(instant);
    }

    /** How long something took; up to now if it has not ended. */
    public String duration(Instant start, @Nullable Instant end) {
        Duration duration = Duration.between(start, end == null ? Instant.now() : end);
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return new DecimalFormat("0.0", SYMBOLS).format(duration.toMillis() / 1000.0) + " s";
    }

    /** Any value of a table's cell, with control characters made visible. */
    public String cell(@Nullable Object value) {
        return value == null ? "" : Text.visible(value.toString());
    }
}
