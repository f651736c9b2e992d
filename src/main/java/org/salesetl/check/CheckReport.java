package org.salesetl.check;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.PersonalCells;
import org.salesetl.ledger.Part;
import org.salesetl.question.FirstRows;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Labelled;

/**
 * What a file would change.
 *
 * @param name the file's name
 * @param at when it was checked
 * @param kind what the file brings; null if that is not known
 * @param status {@code checked}; {@code unpacked} if it holds other files; {@code held} if a question must be answered before it
 *     loads; {@code refused} if it would not load; {@code failed} if the check could not find out
 * @param message what has to be done first, what the file holds, or what went wrong; null if it would load
 * @param counts rows by outcome, as in the ledger: {@code rowsRead}, {@code inserted} and so on
 * @param amounts the revenue of these rows by outcome, as in the ledger: {@code insertedRevenue} and so on
 * @param reasons rejected and parked rows by their first reason
 * @param losses why rows would not load, with their money: first those that are bad or wait, then those that are no sale
 * @param leftOut rows that are no sale, by {@link org.salesetl.layout.LeftOut.Why}
 * @param revenue the change of the revenue
 * @param months the change of the revenue in each month that changes, ascending
 * @param mapping the name of the mapping that reads the file; null if none does
 * @param reading how the file is read, and what tells: the format, the order of dates and so on
 * @param first the first rows as they would load
 */
public record CheckReport(
        String name,
        Instant at,
        @Nullable String kind,
        String status,
        @Nullable String message,
        Map<String, Object> counts,
        Map<String, BigDecimal> amounts,
        Map<String, Integer> reasons,
        List<Loss> losses,
        Map<String, Part> leftOut,
        BigDecimal revenue,
        List<Month> months,
        @Nullable String mapping,
        List<String> reading,
        FirstRows first) {

    /** A report on disk may be of a version that knew less. */
    public CheckReport {
        amounts = requireNonNullElse(amounts, Map.of());
        leftOut = requireNonNullElse(leftOut, Map.of());
        losses = requireNonNullElse(losses, List.of());
        reading = requireNonNullElse(reading, List.of());
        first = requireNonNullElse(first, FirstRows.NONE);
    }

    /** Whether the file would load as it is. */
    @JsonIgnore
    public boolean isReady() {
        return status.equals("checked");
    }

    /** The revenue of rows, by the name of their outcome as in {@code insertedRevenue}; 0 if they have none. */
    public BigDecimal amount(String outcome) {
        return amounts.getOrDefault(outcome, BigDecimal.ZERO);
    }

    /** Whether a mapping reads the file that has not simply the name of what the file brings. */
    @JsonIgnore
    public boolean isReadByASource() {
        return mapping != null && !mapping.equalsIgnoreCase(kind);
    }

    /** The same report for somebody who may not see what the rows say of persons. */
    public CheckReport masked() {
        return new CheckReport(
                name,
                at,
                kind,
                status,
                message,
                counts,
                amounts,
                reasons,
                losses.stream().map(Loss::withoutExample).toList(),
                leftOut,
                revenue,
                months,
                mapping,
                reading,
                kind == null ? FirstRows.NONE : first.with(PersonalCells.MASK, Labelled.of(Kind.class, kind)));
    }

    /**
     * The change in a month.
     *
     * @param month as in {@code 2025-03}
     */
    public record Month(String month, BigDecimal revenue) {}

    /** The report of a file that was not loaded by the check. */
    static CheckReport of(String name, String status, String message) {
        return new CheckReport(
                name,
                Instant.now(),
                null,
                status,
                message,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                BigDecimal.ZERO,
                List.of(),
                null,
                List.of(),
                FirstRows.NONE);
    }
}
