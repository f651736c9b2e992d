package org.salesetl.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/**
 * The columns of files whose sales without a customer wait.
 *
 * @param hashes a hash for all files with the same columns
 */
record GuestHeaders(List<String> hashes) implements SqlParameters {

    /** Of the rows of {@code select-headers-of-guests.sql}. */
    static GuestHeaders of(List<SqlRow> rows) {
        return new GuestHeaders(
                rows.stream().map(row -> row.text("header_hash")).toList());
    }

    /** The parameters of {@code count-questions.sql}; no file has an empty hash, and a list in SQL must not be empty. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of(
                "guests",
                hashes.size(),
                "headers",
                Stream.concat(Stream.of(""), hashes.stream()).toList());
    }
}
