package org.salesetl.quarantine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.quarantine.QuarantinedRow.Status;
import org.salesetl.slice.MetricFilter;
import org.salesetl.sql.SqlParameters;
import org.salesetl.vocabulary.Labelled;

/**
 * Which quarantined rows somebody asks for.
 *
 * @param status rejected or parked, or how a row left the quarantine: resolved, dismissed, released or superseded; null for
 *     rejected and parked
 * @param reason the code of a reason; null for all reasons
 * @param file the name of the file that the rows came from; null for all files
 * @param text a text that the row contains; null for all rows
 * @param slice only sales that may belong to this slice
 */
public record QuarantineFilter(
        @Nullable String status,
        @Nullable String reason,
        @Nullable String file,
        @Nullable String text,
        MetricFilter slice)
        implements SqlParameters {

    /** The statuses of the rows that wait. */
    static final List<String> WAITING = Labelled.labels(Status.class);

    /** Whether these are all rejected rows of one file, which somebody can correct and drop again. */
    boolean isRejectsOfOneFile() {
        return file != null && isOfWholeFiles() && (status == null || status.equals(Status.REJECTED.label()));
    }

    /** Whether these are all rows with their statuses. */
    boolean isOfWholeStatuses() {
        return file == null && isOfWholeFiles();
    }

    private boolean isOfWholeFiles() {
        return reason == null && text == null && slice.isEmpty();
    }

    List<String> statuses() {
        return status == null ? WAITING : List.of(status);
    }

    /** The parameters of {@code count.sql} and {@code count-of-statuses.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(slice.parameters());
        parameters.put("statuses", statuses());
        parameters.put("reason", reason);
        parameters.put("file", file);
        parameters.put("text", text);
        parameters.put("anyKind", slice.isEmpty());
        return parameters;
    }
}
