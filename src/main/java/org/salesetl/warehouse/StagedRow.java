package org.salesetl.warehouse;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A good row that a staging table takes. */
public interface StagedRow {

    /** The parameters of the kind's {@code stage.sql}. */
    Map<String, @Nullable Object> parameters();
}
