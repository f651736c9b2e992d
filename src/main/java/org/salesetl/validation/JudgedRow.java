package org.salesetl.validation;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A record of a file, and what the rules say of it.
 *
 * @param line the line on which the record starts
 * @param judgement the verdict; null if the record is blank
 * @param raw the record as it is to be kept, if it did not load; null for a good and for a blank one
 * @param said what is to be kept in place of the record as it stands in the file, because its customer was forgotten; else null
 * @param returned the number in the quarantine of a row that comes back; null if the record is none
 */
public record JudgedRow(
        int line,
        @Nullable Judgement<?> judgement,
        @Nullable String raw,
        @Nullable String said,
        @Nullable Long returned)
        implements Serializable {}
