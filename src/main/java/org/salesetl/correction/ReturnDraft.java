package org.salesetl.correction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;
import org.salesetl.correction.Corrections.Correction;

/** Collects the rows that are to be corrected and dropped again. */
final class ReturnDraft implements SqlParameters {

    private final Correction correction;
    private List<SqlRow> rows = List.of();

    ReturnDraft(Correction correction) {
        this.correction = correction;
    }

    Correction correction() {
        return correction;
    }

    /** Stores the rows of {@code select-for-return.sql}. */
    void found(List<SqlRow> found) {
        rows = found;
    }

    List<SqlRow> rows() {
        return rows;
    }

    /** The parameters of {@code select-for-return.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return correction.parameters();
    }
}
