package org.salesetl.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salesetl.correction.Corrections.Correction;
import org.salesetl.quarantine.QuarantineListing;
import org.salesetl.quarantine.QuarantinedRowQuery;
import org.salesetl.validation.Fault;
import org.salesetl.web.BadRequestException;

/** Collects the rows whose cells somebody wants to correct. */
final class CorrectionPageDraft {

    private static final int MOST_ROWS = 50;

    private final Correction correction;
    private final Map<Long, List<Fault>> faults;
    private final int loading;
    private final List<Long> ids;
    private final List<QuarantineListing.Entry> rows = new ArrayList<>();

    /**
     * The chosen rows as they are in the quarantine.
     *
     * @throws BadRequestException if there are too many for a page
     */
    CorrectionPageDraft(Correction chosen) {
        this.correction = chosen;
        this.faults = Map.of();
        this.loading = 0;
        this.ids = chosen.ids();
        if (ids.size() > MOST_ROWS) {
            throw new BadRequestException(
                    "id", "at most " + MOST_ROWS + " rows to correct at once", ids.size() + " rows");
        }
    }

    /** The rows that are still wrong after a correction, as many as fit on a page. */
    CorrectionPageDraft(ReturnDraft draft) {
        this.correction = draft.correction();
        this.faults = draft.faults();
        this.loading = draft.loading();
        this.ids = correction.ids().stream()
                .filter(faults::containsKey)
                .limit(MOST_ROWS)
                .toList();
    }

    /** The questions for the rows. */
    List<QuarantinedRowQuery> questions() {
        return ids.stream().map(QuarantinedRowQuery::whole).toList();
    }

    /** Stores the next row. */
    void found(QuarantineListing.Entry row) {
        rows.add(row);
    }

    List<QuarantineListing.Entry> rows() {
        return rows;
    }

    /** The new cells of a row by the names of their columns. */
    Map<String, String> cells(long id) {
        return correction.cells(id);
    }

    /** What is wrong with a corrected row; empty if the row has not been corrected yet. */
    List<Fault> faults(long id) {
        return faults.getOrDefault(id, List.of());
    }

    /** How many other rows load now. */
    int loading() {
        return loading;
    }

    /** Whether the rows have been corrected, and are still wrong. */
    boolean isTried() {
        return !faults.isEmpty();
    }
}
