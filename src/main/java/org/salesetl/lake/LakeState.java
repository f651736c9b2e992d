package org.salesetl.lake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of the lake.
 *
 * @param folder where the lake is; null if there is none
 * @param going whether it is being brought up to date
 * @param last how the last writing since the start ended; null if there was none
 */
public record LakeState(
        @Nullable String folder, boolean going, @Nullable Writing last) {

    /**
     * How a writing ended.
     *
     * @param months how many months the lake has now
     * @param problem why the lake stays as it was; null if all went well
     */
    public record Writing(Instant at, int months, @Nullable String problem) {}
}
