package org.salesetl.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules say of a row: good, with what it holds, or bad, with every fault. */
public sealed interface Judgement<T> {

    /**
     * A good row.
     *
     * @param value what the row holds
     * @param repaired whether something had to be filled in or corrected
     */
    record Accepted<T>(T value, boolean repaired) implements Judgement<T> {}

    /**
     * A bad row.
     *
     * @param faults at least one, in the order of {@link Reason}
     * @param occurrence which of the rows with the same key it is, where nothing else tells them apart; else null
     * @param sale the sale in the row, as far as it tells; null if it is about something else
     */
    record Rejected<T>(
            List<Fault> faults,
            @Nullable Integer occurrence,
            @Nullable UnloadedSale sale) implements Judgement<T> {
        public Rejected {
            faults = List.copyOf(faults);
        }

        /** A row of which nothing more is known. */
        public Rejected(List<Fault> faults, @Nullable Integer occurrence) {
            this(faults, occurrence, null);
        }
    }
}
