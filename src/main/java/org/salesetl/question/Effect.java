package org.salesetl.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a file would become.
 *
 * @param inserted rows that are good
 * @param rejected rows that are not
 * @param leftOut rows that are no sale
 * @param revenue the revenue of the good rows; null if the file does not tell all of it
 * @param months the revenue of each month, as in {@code 2025-03}, ascending
 * @param first the first good rows
 * @param isWhole whether all rows have been read, and not only the first million
 */
public record Effect(
        int inserted,
        int rejected,
        int leftOut,
        @Nullable BigDecimal revenue,
        SortedMap<String, BigDecimal> months,
        List<Line> first,
        boolean isWhole) {

    /** The same without the first rows. */
    public Effect withoutLines() {
        return new Effect(inserted, rejected, leftOut, revenue, months, List.of(), isWhole);
    }

    /**
     * A good row as it would load.
     *
     * @param line the line on which it starts
     * @param date null if the file brings no sales
     * @param customer null if the file brings products
     * @param product null if the file brings customers
     * @param quantity as the file has it; null if the file brings no sales
     * @param revenue null if it is not known
     */
    public record Line(
            int line,
            @Nullable String date,
            @Nullable String customer,
            @Nullable String product,
            @Nullable String quantity,
            @Nullable BigDecimal revenue) {}
}
