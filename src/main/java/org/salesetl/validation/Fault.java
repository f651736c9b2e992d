package org.salesetl.validation;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a row.
 *
 * @param reason the kind of fault
 * @param column the column's name; null if the fault is about the whole row
 * @param value the cell as it came; null if there is none
 * @param message what was expected and what came
 */
public record Fault(
        Reason reason, @Nullable String column, @Nullable String value, String message) implements Serializable {}
