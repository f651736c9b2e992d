package org.salesetl.correction;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.correction.Corrections.Correction;
import org.salesetl.sql.SqlParameters;
import org.salesetl.web.NotFoundException;

/**
 * The dismissal of some rows.
 *
 * @param correction which rows, and why
 * @param id the number of the dismissal
 */
record Dismissal(Correction correction, Number id) implements SqlParameters {

    /**
     * Makes sure that rows were dismissed.
     *
     * @param rows the number of dismissed rows
     * @throws NotFoundException if there are none
     */
    void requireDismissed(int rows) {
        if (rows == 0) {
            throw new NotFoundException("None of these rows is in quarantine");
        }
    }

    /** The parameters of all statements about the dismissal. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(correction.parameters());
        parameters.put("dismissalId", id);
        return parameters;
    }
}
