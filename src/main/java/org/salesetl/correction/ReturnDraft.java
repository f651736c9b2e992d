package org.salesetl.correction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;
import org.salesetl.correction.Corrections.Correction;

/** Collects the rows that are corrected and dropped again. */
final class ReturnDraft implements SqlParameters {

    private final Correction correction;
    private List<SqlRow> rows = List.of();

    ReturnDraft(Correction correction) {
        this.correction = correction;
    }

    Correction correction() {
        return correction;
    }

    /** Takes over the rows of {@code select-for-return.sql}. */
    void found(List<SqlRow> found) {
        rows = found;
    }

    List<SqlRow> rows() {
        return rows;
    }

    /** Everything that the statement asks for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return correction.parameters();
    }
}
