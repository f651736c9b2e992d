package org.salesetl.answer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;

/**
 * Which sales without a customer somebody asks for: those of files with the columns of some files, or those of all files if nothing is
 * given.
 *
 * @param runId the run of these files; null for files of any run
 * @param fileId the number of such a file in the ledger
 * @param name the name of such files
 */
public record GuestQuery(
        @Nullable Integer runId,
        @Nullable Integer fileId,
        @Nullable String name) implements SqlParameters {

    /** Asks for all files. */
    public static final GuestQuery ANY = new GuestQuery(null, null, null);

    /** Asks for files with the columns of the files of a run. */
    public static GuestQuery ofRun(int runId) {
        return new GuestQuery(runId, null, null);
    }

    /** The parameters of {@code select-waiting-guests.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("runId", runId);
        parameters.put("fileId", fileId);
        parameters.put("name", name);
        return parameters;
    }
}
