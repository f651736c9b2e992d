package org.salesetl.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file would change.
 *
 * @param name the file's name
 * @param at when it was checked
 * @param kind null if it was not recognised
 * @param status {@code checked}; {@code unpacked} if it holds others; {@code held} if something would be asked before it loads;
 *     {@code refused} if it would not load; {@code failed} if it could not be found out
 * @param message what would have to be done first; null if it would load
 * @param counts rows by outcome, as in the ledger: {@code rowsRead}, {@code inserted} and so on
 * @param reasons rejected and parked rows by their first reason
 * @param revenue by how much the revenue changes
 * @param months by how much it changes in each month that it changes in, as in {@code 2025-03}, ascending
 */
public record CheckReport(
        String name,
        Instant at,
        @Nullable String kind,
        String status,
        @Nullable String message,
        Map<String, Object> counts,
        Map<String, Integer> reasons,
        BigDecimal revenue,
        List<Month> months) {

    /** A month's change. */
    public record Month(String month, BigDecimal revenue) {}

    /** The report of a file that would not load. */
    static CheckReport of(String name, String status, String message) {
        return new CheckReport(
                name, Instant.now(), null, status, message, Map.of(), Map.of(), BigDecimal.ZERO, List.of());
    }
}
