package org.salesetl.sql;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.Quantity;

/**
 * A row of a query's result, by the names of its columns.
 *
 * <p>The accessors without {@code OrNull} are for columns that are never null: they fail with the column's name.
 */
public record SqlRow(Map<String, ? extends @Nullable Object> columns) {

    public String text(String column) {
        return requireNonNull(textOrNull(column), column);
    }

    public @Nullable String textOrNull(String column) {
        Object value = columns.get(column);
        return value == null ? null : value.toString();
    }

    public int integer(String column) {
        return number(column).intValue();
    }

    public @Nullable Integer integerOrNull(String column) {
        Number value = (Number) columns.get(column);
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    public long longInteger(String column) {
        return number(column).longValue();
    }

    public @Nullable BigDecimal decimalOrNull(String column) {
        return (BigDecimal) columns.get(column);
    }

    /** Units of a product, of a sale or summed up. */
    public Quantity quantity(String column) {
        return new Quantity(requireNonNull(decimalOrNull(column), column));
    }

    public BigDecimal decimal(String column) {
        return requireNonNull(decimalOrNull(column), column);
    }

    public byte[] bytes(String column) {
        return requireNonNull((byte[]) columns.get(column), column);
    }

    public Instant time(String column) {
        return requireNonNull(timeOrNull(column), column);
    }

    public boolean isTrue(String column) {
        return Boolean.TRUE.equals(requireNonNull((Object) columns.get(column), column));
    }

    /** Times are stored as UTC. */
    public @Nullable Instant timeOrNull(String column) {
        LocalDateTime time = (LocalDateTime) columns.get(column);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private Number number(String column) {
        return (Number) requireNonNull((Object) columns.get(column), column);
    }
}
