package org.salesetl.ledger;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.web.Input;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;

/**
 * A question for some runs, and for some files of each run.
 *
 * @param runId the number of the only run; 0 for a list of runs
 * @param limit the largest number of runs in the answer
 * @param offset how many runs to skip
 * @param filesLimit the largest number of files of one run
 * @param filesOffset how many files of a run to skip
 */
public record RunQuery(int runId, int limit, int offset, int filesLimit, int filesOffset) implements SqlParameters {

    private static final int MOST_RUNS = 500;
    private static final int MOST_FILES = 500;

    private static final int DEFAULT_FILES = 100;
    private static final int DEFAULT_RUNS = 50;

    private static final Parameter<Integer> RUNS_LIMIT = Parameter.number("limit", DEFAULT_RUNS, 1, MOST_RUNS);
    private static final Parameter<Integer> FILES_LIMIT = Parameter.number("limit", DEFAULT_FILES, 1, MOST_FILES);
    private static final Parameter<Integer> FILES = Parameter.number("files", DEFAULT_FILES, 0, DEFAULT_FILES);
    private static final Parameter<Integer> OFFSET = Parameter.offset();

    /** What chooses some runs. */
    static final List<Input> SOME = List.of(RUNS_LIMIT, OFFSET, FILES);

    /** What chooses a run and some of its files. */
    static final List<Input> ONE = List.of(Input.id("id"), FILES_LIMIT, OFFSET);

    /** The newest run, without its files: every open page gets the answer each second, and a run may have thousands of files. */
    public static final RunQuery NEWEST = new RunQuery(0, 1, 0, 0, 0);

    /** One run. */
    public static RunQuery ofRun(int runId) {
        return new RunQuery(runId, 1, 0, DEFAULT_FILES, 0);
    }

    /**
     * The runs that the parameters {@code limit} and {@code offset} of a request ask for. The parameter {@code files} says how many
     * files of each run are in the answer.
     *
     * @param limit how many runs if the request does not say
     */
    public static RunQuery ofSome(WebRequest request, int limit) {
        return new RunQuery(0, request.number("limit", limit, 1, MOST_RUNS), OFFSET.of(request), files(request), 0);
    }

    /** The runs that a program asks for. */
    static RunQuery ofSome(WebRequest request) {
        return ofSome(request, DEFAULT_RUNS);
    }

    /** The run at the end of a request's path, with the files that {@code limit} and {@code offset} ask for. */
    public static RunQuery ofOne(WebRequest request) {
        int filesLimit = FILES_LIMIT.of(request);
        int filesOffset = OFFSET.of(request);
        String id = request.lastSegment();
        if (!id.matches("\\d{1,9}")) {
            throw new NotFoundException("There is no run " + id + "; runs are numbered 1, 2, 3 …");
        }
        return new RunQuery(Integer.parseInt(id), 1, 0, filesLimit, filesOffset);
    }

    /** The newest run. The parameter {@code files} of the request says how many files of the run are in the answer. */
    public static RunQuery ofNewest(WebRequest request) {
        return new RunQuery(0, 1, 0, files(request), 0);
    }

    private static int files(WebRequest request) {
        return FILES.of(request);
    }

    NotFoundException notFound() {
        return new NotFoundException("There is no run " + runId);
    }

    /** The parameters of all statements about the runs. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of(
                "runId", runId, "limit", limit, "offset", offset, "filesLimit", filesLimit, "filesOffset", filesOffset);
    }
}
