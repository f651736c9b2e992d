package org.salesetl.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;

/**
 * Which runs somebody wants to see, and which files of each.
 *
 * @param runId the number of the only run; 0 where a list is meant
 * @param limit how many runs at the most
 * @param offset how many runs to skip
 * @param filesLimit how many files of a run at the most
 * @param filesOffset how many files of a run to skip
 */
public record RunQuery(int runId, int limit, int offset, int filesLimit, int filesOffset) implements SqlParameters {

    private static final int MOST_RUNS = 500;
    private static final int MOST_FILES = 500;

    /** How many files of a run are told where nobody says how many. */
    private static final int SOME_FILES = 100;

    /** The newest run, without its files: every open page is told each second, and a run may have thousands. */
    public static final RunQuery NEWEST = new RunQuery(0, 1, 0, 0, 0);

    /** One run. */
    public static RunQuery ofRun(int runId) {
        return new RunQuery(runId, 1, 0, SOME_FILES, 0);
    }

    /**
     * The runs that a request's {@code limit} and {@code offset} ask for, each with its first files: as many as {@code files} says.
     *
     * @param limit how many runs if the request does not say
     */
    public static RunQuery ofSome(WebRequest request, int limit) {
        return new RunQuery(
                0,
                request.number("limit", limit, 1, MOST_RUNS),
                request.number("offset", 0, 0, Integer.MAX_VALUE),
                files(request),
                0);
    }

    /** The run that a request's path ends with, with the files that {@code limit} and {@code offset} ask for. */
    public static RunQuery ofOne(WebRequest request) {
        int filesLimit = request.number("limit", SOME_FILES, 1, MOST_FILES);
        int filesOffset = request.number("offset", 0, 0, Integer.MAX_VALUE);
        String id = request.lastSegment();
        if (!id.matches("\\d{1,9}")) {
            throw new NotFoundException("There is no run " + id + "; runs are numbered 1, 2, 3 …");
        }
        return new RunQuery(Integer.parseInt(id), 1, 0, filesLimit, filesOffset);
    }

    /** The newest run, with as many of its files as a request's {@code files} says. */
    public static RunQuery ofNewest(WebRequest request) {
        return new RunQuery(0, 1, 0, files(request), 0);
    }

    private static int files(WebRequest request) {
        return request.number("files", SOME_FILES, 0, SOME_FILES);
    }

    NotFoundException notFound() {
        return new NotFoundException("There is no run " + runId);
    }

    /** Everything that statements about the runs ask for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of(
                "runId", runId, "limit", limit, "offset", offset, "filesLimit", filesLimit, "filesOffset", filesOffset);
    }
}
