package org.salesetl.dashboard;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;

/** The first and the last day with a sale. */
record DateRange(LocalDate first, LocalDate last) {

    /** The range in a row with {@code first_key} and {@code last_key}; null if there is no sale. */
    static @Nullable DateRange of(SqlRow row) {
        return row.textOrNull("first_key") == null
                ? null
                : new DateRange(date(row.text("first_key")), date(row.text("last_key")));
    }

    private static LocalDate date(String key) {
        return LocalDate.parse(key, DateTimeFormatter.BASIC_ISO_DATE);
    }
}
