package org.salesetl.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A run as the ledger tells it, in JSON and on pages.
 *
 * @param trigger what asked for it
 * @param mode incremental or reload
 * @param status running, succeeded or failed
 * @param finishedAt null while it is going on
 * @param message what failed; null if nothing did
 */
public record RunEntry(
        int id,
        String trigger,
        String mode,
        String status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String message,
        List<FileEntry> files) {

    /** How many rows of all its files had a certain outcome. */
    public int sum(ToIntFunction<FileEntry> outcome) {
        return files.stream().mapToInt(outcome).sum();
    }

    /**
     * A file of a run: {@code read = inserted + updated + unchanged + rejected + parked}, with blank records beside it.
     *
     * @param kind null if it was not recognised
     * @param status loaded, refused, already_loaded or failed
     * @param released parked sales of earlier files that it set free
     * @param reasons rejected and parked rows by their first reason
     * @param message what there is to say; null if it simply loaded
     */
    public record FileEntry(
            String name,
            @Nullable String kind,
            String sha256,
            String status,
            int read,
            int inserted,
            int updated,
            int unchanged,
            int rejected,
            int parked,
            int blank,
            int repaired,
            int released,
            Map<String, Integer> reasons,
            @Nullable String message) {}

    /**
     * Some runs, newest first.
     *
     * @param total how many there are in all
     */
    public record Listing(List<RunEntry> runs, long total) {}
}
