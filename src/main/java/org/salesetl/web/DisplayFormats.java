package org.salesetl.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Quantity;
import org.springframework.stereotype.Component;

/** Writes values as pages show them. */
@Component
public class DisplayFormats {

    private final NumberStyle numbers;
    private final StoredSentences stored;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    DisplayFormats(NumberStyle numbers, SalesEtlProperties properties, StoredSentences stored) {
        this.stored = stored;
        this.numbers = numbers;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(numbers.locale());
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(numbers.locale())
                .withZone(properties.zone());
    }

    /** The language and country for numbers, as in {@code en-GB}, for the scripts of a page. */
    public String locale() {
        return numbers.locale().toLanguageTag();
    }

    /** The language and country in which pages are written. */
    public Locale language() {
        return numbers.locale();
    }

    /** The code of the currency of amounts, for the scripts of a page; null if amounts have no currency. */
    public @Nullable String currency() {
        return numbers.currencyCode();
    }

    /** {@link NumberStyle#count}. */
    public String count(Number number) {
        return numbers.count(number);
    }

    /** A count with the word for what it counts, as in {@code 1 row} and {@code 1,862 rows}. */
    public String things(long count, String thing) {
        return numbers.count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /** A count for a tile. */
    public TileNumber tileCount(Number number) {
        return TileNumber.of(numbers.briefCount(number), numbers.count(number));
    }

    /** An amount of money for a tile. */
    public TileNumber tileMoney(Number amount) {
        return TileNumber.of(numbers.briefMoney(amount), numbers.money(amount));
    }

    /** An amount of money below a number of a tile; empty if it is zero. */
    public TileNumber tileMoneyIfAny(BigDecimal amount) {
        return amount.signum() == 0 ? TileNumber.NONE : tileMoney(amount);
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

    /** A value of an answer: numbers as counts, quantities or prices, and text with visible control characters. */
    public String value(Object value) {
        if (value instanceof BigDecimal amount) {
            return price(amount);
        }
        if (value instanceof Quantity quantity) {
            return count(quantity.units());
        }
        return value instanceof Number number ? count(number) : cell(value);
    }

    /** A date as in {@code 31 Jan 2025}, or as people write dates in the configured country. */
    public String date(LocalDate date) {
        return day.format(date);
    }

    /** A time in the configured time zone; a dash for null. */
    public String time(@Nullable Instant instant) {
        return instant == null ? "–" : time.format(instant);
    }

    /** The time between start and end; the time between start and now if the end is null. */
    public String duration(Instant start, @Nullable Instant end) {
        Duration duration = Duration.between(start, end == null ? Instant.now() : end);
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return numbers.decimal(duration.toMillis() / 1000.0, 1) + " s";
    }

    /** A sentence that a file or a row keeps, in the language of the installation, with visible control characters; empty for null. */
    public String said(@Nullable String sentence) {
        return sentence == null ? "" : cell(stored.said(sentence));
    }

    /** The text of any value, with visible control characters; empty for null. */
    public String cell(@Nullable Object value) {
        return value == null ? "" : Text.visible(value.toString());
    }
}
