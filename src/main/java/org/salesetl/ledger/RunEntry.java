package org.salesetl.ledger;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run as the ledger tells it, in JSON and on pages.
 *
 * @param trigger what asked for it
 * @param mode incremental or reload
 * @param status running, succeeded or failed
 * @param finishedAt null while it is going on
 * @param message what failed, and what else there is to know; null if there is nothing
 * @param files some of its files, in the order in which they were taken
 * @param filesTotal how many it has in all
 * @param sums the books of all of them together
 */
public record RunEntry(
        int id,
        String trigger,
        String mode,
        String status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String message,
        List<FileEntry> files,
        int filesTotal,
        Sums sums) {

    /**
     * The books of several files together.
     *
     * @param revenue the revenue of the rows
     */
    public record Sums(
            long read,
            long inserted,
            long updated,
            long unchanged,
            long withdrawn,
            long leftOut,
            long rejected,
            long parked,
            Revenue revenue) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, Revenue.NONE);
    }

    /** The revenue of rows by their outcome, as far as the rows tell. That of withdrawn sales has left the facts. */
    public record Revenue(
            BigDecimal inserted,
            BigDecimal updated,
            BigDecimal unchanged,
            BigDecimal withdrawn,
            BigDecimal leftOut,
            BigDecimal rejected,
            BigDecimal parked) {

        static final Revenue NONE = new Revenue(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);

        /** Whether any row tells its revenue. */
        public boolean known() {
            return Stream.of(inserted, updated, unchanged, withdrawn, leftOut, rejected, parked)
                    .anyMatch(amount -> amount.signum() != 0);
        }
    }

    /**
     * A file of a run: {@code read = inserted + updated + unchanged + withdrawn + leftOut + rejected + parked}, with blank records
     * beside it.
     *
     * @param id its number in the ledger
     * @param kind null if it was not recognised
     * @param status loaded, refused, already_loaded, failed, held (it waits for an answer) or answered (the answer has come,
     *     and the file was dropped again)
     * @param withdrawn rows that say that a loaded sale came to nothing
     * @param leftOut rows that are no sale
     * @param released parked sales of earlier files that it set free
     * @param customersAdded customers that a wide sales file made known
     * @param productsAdded products that a wide sales file made known
     * @param warnings rows in which a wide sales file says of a customer or product what an earlier one says otherwise
     * @param revenue the revenue of the rows
     * @param reasons rejected and parked rows by their first reason
     * @param leftOutReasons rows that were left out, by {@link org.salesetl.layout.LeftOut.Why}
     * @param message what there is to say; null if it simply loaded
     * @param reading how it was read; null if it was not
     */
    public record FileEntry(
            int id,
            String name,
            @Nullable String kind,
            String sha256,
            String status,
            int read,
            int inserted,
            int updated,
            int unchanged,
            int withdrawn,
            int leftOut,
            int rejected,
            int parked,
            int blank,
            int repaired,
            int released,
            int customersAdded,
            int productsAdded,
            int warnings,
            Revenue revenue,
            Map<String, Integer> reasons,
            Map<String, Part> leftOutReasons,
            @Nullable String message,
            @Nullable Reading reading) {}

    /**
     * How a file was read, as far as the ledger knows.
     *
     * @param encoding for example {@code windows-1252}
     * @param delimiter what stands between cells
     * @param dates the {@link org.salesetl.notation.DateOrder}
     * @param decimals the {@link org.salesetl.notation.DecimalMark}
     * @param evidence what in the file told so
     */
    public record Reading(String encoding, String delimiter, String dates, String decimals, List<String> evidence) {

        /** Encoding and delimiter in words. */
        public String words() {
            String name = encoding.startsWith("w") ? "Windows-1252" : encoding.toUpperCase(Locale.ROOT);
            return name + ", cells separated by "
                    + switch (delimiter) {
                        case "," -> "commas";
                        case ";" -> "semicolons";
                        case "\t" -> "tabs";
                        default -> delimiter;
                    };
        }
    }

    /**
     * Some runs, newest first.
     *
     * @param total how many there are in all
     */
    public record Listing(List<RunEntry> runs, long total) {}
}
