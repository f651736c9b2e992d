package org.salesetl.validation;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of the rules on a row: accepted, with the content of the row; rejected, with every fault; or left out, because the
 * row is no sale.
 */
public sealed interface Judgement<T> extends Serializable {

    /**
     * A good row.
     *
     * @param value the content of the row
     * @param repaired whether something had to be filled in or corrected
     */
    record Accepted<T>(T value, boolean repaired) implements Judgement<T> {}

    /**
     * A row that is no sale.
     *
     * @param why why not
     * @param sale the sale that came to nothing, as far as the row can be read; null if the row names none
     */
    record LeftOut<T>(
            org.salesetl.layout.LeftOut why, @Nullable UnloadedSale sale) implements Judgement<T> {}

    /**
     * A bad row.
     *
     * @param faults at least one, in the order of {@link Reason}
     * @param occurrence the number of the row among those with the same key, if nothing else tells them apart; else null
     * @param sale the sale in the row, as far as it can be read; null if the row is no sale
     */
    record Rejected<T>(
            List<Fault> faults,
            @Nullable Integer occurrence,
            @Nullable UnloadedSale sale) implements Judgement<T> {
        public Rejected {
            faults = List.copyOf(faults);
        }

        /** A bad row about whose sale nothing is known. */
        public Rejected(List<Fault> faults, @Nullable Integer occurrence) {
            this(faults, occurrence, null);
        }
    }
}
