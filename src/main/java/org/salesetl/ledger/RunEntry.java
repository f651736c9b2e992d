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
 * A run in the ledger, as JSON and pages show it.
 *
 * @param trigger what asked for the run
 * @param mode incremental or reload
 * @param status running, succeeded or failed
 * @param finishedAt null while the run is going on
 * @param message what failed, and notes; null if there is nothing to say
 * @param files some files of the run, in the order in which the run claimed them
 * @param filesTotal the number of all files of the run
 * @param sums the books of all files of the run together
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
     * A file of a run. {@code read = inserted + updated + unchanged + withdrawn + leftOut + rejected + parked}; blank rows are
     * counted separately.
     *
     * @param id the number of the file in the ledger
     * @param kind null if the kind was not recognised
     * @param status loaded, refused, already_loaded, failed, held (the file waits for an answer) or answered (the answer has come,
     *     and the file was dropped again)
     * @param withdrawn the number of rows that say that a loaded sale came to nothing
     * @param leftOut the number of rows that are no sale
     * @param released the number of parked sales of earlier files that this file released
     * @param customersAdded the number of new customers in a wide file
     * @param productsAdded the number of new products in a wide file
     * @param warnings the number of rows of a wide file that contradict an earlier row about a customer or product
     * @param revenue the revenue of the rows
     * @param reasons rejected and parked rows by their first reason
     * @param leftOutReasons rows that were left out, by {@link org.salesetl.layout.LeftOut.Why}
     * @param message what people should know about the file; null if there is nothing to say
     * @param reading how the file was read; null if it was not read
     * @param mapping the mapping that read the file; null if the file was not read, or before mappings were noted
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
            @Nullable Reading reading,
            @Nullable ReadBy mapping) {}

    /**
     * The mapping that read a file.
     *
     * @param version the {@link org.salesetl.mapping.Mapping#version}
     */
    public record ReadBy(String name, String version) {}

    /**
     * How a file was read.
     *
     * @param encoding for example {@code windows-1252}
     * @param delimiter the character between two cells
     * @param dates the {@link org.salesetl.notation.DateOrder}
     * @param decimals the {@link org.salesetl.notation.DecimalMark}
     * @param evidence the places in the file from which the order of dates and the decimal mark were found out
     */
    public record Reading(String encoding, String delimiter, String dates, String decimals, List<String> evidence) {

        /** Encoding and delimiter in words. */
        public String words() {
            String name =
                    encoding.startsWith("windows") ? "W" + encoding.substring(1) : encoding.toUpperCase(Locale.ROOT);
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
     * @param total the number of all runs; 0 if nobody wants to know
     */
    public record Listing(List<RunEntry> runs, long total) {}
}
