package org.salesetl.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.text.Text;
import org.springframework.stereotype.Component;

/** How values look on pages. */
@Component
public class DisplayFormats {

    private final NumberStyle numbers;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    DisplayFormats(NumberStyle numbers, SalesEtlProperties properties) {
        this.numbers = numbers;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(numbers.locale());
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(numbers.locale())
                .withZone(properties.zone());
    }

    /** The language and country in which numbers are written, as in {@code en-GB}, for the scripts of a page. */
    public String locale() {
        return numbers.locale().toLanguageTag();
    }

    /** The code of the currency of amounts, for the scripts of a page; null if they show none. */
    public @Nullable String currency() {
        return numbers.currencyCode();
    }

    /** {@link NumberStyle#count}. */
    public String count(Number number) {
        return numbers.count(number);
    }

    /** {@link NumberStyle#money}. */
    public String money(Number amount) {
        return numbers.money(amount);
    }

    /** The amount as money; empty if it is zero. */
    public String moneyIfAny(BigDecimal amount) {
        return amount.signum() == 0 ? "" : money(amount);
    }

    /** {@link NumberStyle#price}. */
    public String price(BigDecimal amount) {
        return numbers.price(amount);
    }

    /** {@link NumberStyle#amount}. */
    public String amount(BigDecimal amount) {
        return numbers.amount(amount);
    }

    /** A value of an answer: counts and money as numbers, text with control characters made visible. */
    public String value(Object value) {
        if (value instanceof BigDecimal amount) {
            return price(amount);
        }
        return value instanceof Number number ? count(number) : cell(value);
    }

    /** {@code 31 Jan 2025}, or as people write it there. */
    public String date(LocalDate date) {
        return day.format(date);
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
        return numbers.decimal(duration.toMillis() / 1000.0, 1) + " s";
    }

    /** Any value of a table's cell, with control characters made visible. */
    public String cell(@Nullable Object value) {
        return value == null ? "" : Text.visible(value.toString());
    }
}
