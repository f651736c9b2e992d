package org.salesetl.ledger;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.vocabulary.Labelled;

/**
 * A request for a run.
 *
 * @param trigger what asks for the run
 * @param mode what the run is to do
 * @param leaveOutDamaged whether a reload goes on without archived files that are missing or damaged
 * @param rereading which files a reload reads in another way; null if each file is read with the mapping that read it last
 */
public record RunRequest(
        Trigger trigger,
        Mode mode,
        boolean leaveOutDamaged,
        @Nullable Rereading rereading) implements SqlParameters {

    public RunRequest(Trigger trigger, Mode mode) {
        this(trigger, mode, false, null);
    }

    /** The parameters of all statements about the request. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("trigger", trigger.label());
        parameters.put("mode", mode.label());
        parameters.put("rereadMapping", rereading == null ? null : rereading.mapping());
        parameters.put("undoneRun", rereading == null ? null : rereading.undoneRun());
        return parameters;
    }

    /** What asked for the run. */
    public enum Trigger implements Labelled {
        WATCH,
        SCHEDULE,
        HTTP,
        UPLOAD,
        EVENTS;
    }

    /** What the run does. */
    public enum Mode implements Labelled {
        /** Loads the files in the inbox. */
        INCREMENTAL,
        /** Empties the star schema and rebuilds it from the archive. */
        RELOAD,
        /** Finds out what the files in {@code inbox/check} would change, and changes nothing. */
        CHECK;
    }
}
