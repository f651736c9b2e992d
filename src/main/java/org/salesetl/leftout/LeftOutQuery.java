package org.salesetl.leftout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.LeftOut;
import org.salesetl.sql.SqlParameters;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.Caller;
import org.salesetl.web.Input;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;

/**
 * Which rows of a file that are no sale somebody wants to see.
 *
 * @param fileId the number of the file in the ledger
 * @param why a {@link LeftOut.Why}; null for any
 * @param outcome {@code left_out} or {@code withdrawn}; null for both
 * @param caller who asks, and may not see personal data
 * @param limit how many rows at the most
 * @param offset how many rows to skip
 */
public record LeftOutQuery(
        int fileId, @Nullable String why, @Nullable String outcome, Caller caller, int limit, int offset)
        implements SqlParameters {

    static final String WITHDRAWN = "withdrawn";
    static final String LEFT_OUT = "left_out";

    private static final int SOME_ROWS = 100;
    private static final int MOST_ROWS = 500;

    private static final Parameter<@Nullable String> WHY = Parameter.oneOf("why", Labelled.labels(LeftOut.Why.class));
    private static final Parameter<@Nullable String> OUTCOME = Parameter.oneOf("outcome", List.of(LEFT_OUT, WITHDRAWN));
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", SOME_ROWS, 1, MOST_ROWS);
    private static final Parameter<Integer> OFFSET = Parameter.offset();

    /** What chooses the rows. */
    static final List<Input> INPUTS = List.of(Input.id("file"), WHY, OUTCOME, LIMIT, OFFSET);

    /**
     * What a request with a path such as {@code /files/12/left-out} asks for.
     *
     * @throws NotFoundException if the path names no number
     * @throws org.salesetl.web.BadRequestException if a parameter is not what it should be
     */
    public static LeftOutQuery of(WebRequest request) {
        String[] parts = request.path().split("/", -1);
        String file = parts[parts.length - 2];
        if (!file.matches("\\d{1,9}")) {
            throw new NotFoundException("There is no file " + file + "; files are numbered");
        }
        return new LeftOutQuery(
                Integer.parseInt(file),
                WHY.of(request),
                OUTCOME.of(request),
                request.caller(),
                LIMIT.of(request),
                OFFSET.of(request));
    }

    /** The parameters of all statements in {@code sql/leftout}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("fileId", fileId);
        parameters.put("why", why);
        parameters.put("withdrawn", outcome == null ? null : outcome.equals(WITHDRAWN));
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return parameters;
    }
}
