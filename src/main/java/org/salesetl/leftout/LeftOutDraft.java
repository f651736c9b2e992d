package org.salesetl.leftout;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.Words;

/** Collects the rows of a file that are no sale. */
final class LeftOutDraft implements SqlParameters {

    private final LeftOutQuery query;
    private @Nullable SqlRow file;
    private List<SqlRow> rows = List.of();
    private long total;

    LeftOutDraft(LeftOutQuery query) {
        this.query = query;
    }

    /** Takes over the row of {@code select-file.sql}; null if there is none. */
    void named(@Nullable SqlRow row) {
        file = row;
    }

    /** Takes over the rows of {@code select.sql}. */
    void found(List<SqlRow> found) {
        rows = found;
    }

    /** Takes over how many rows there are without limit and offset. */
    void counted(long rowsInAll) {
        total = rowsInAll;
    }

    /**
     * The rows as they are shown.
     *
     * @throws NotFoundException if the ledger has no such file
     */
    LeftOutListing listing(Words words) {
        if (file == null) {
            throw new NotFoundException("There is no file " + query.fileId() + " in the ledger");
        }
        return new LeftOutListing(
                file.text("name"),
                query.fileId(),
                file.integer("run_id"),
                rows.stream().map(row -> entry(row, words)).toList(),
                total,
                file.timeOrNull("left_out_deleted_at"));
    }

    private static LeftOutListing.Entry entry(SqlRow row, Words words) {
        boolean withdrawn = row.decimalOrNull("withdrawn_amount") != null;
        return new LeftOutListing.Entry(
                row.integer("line"),
                row.text("why"),
                words.say("left-out." + row.text("why")),
                row.textOrNull("column_name"),
                row.textOrNull("value"),
                withdrawn ? LeftOutQuery.WITHDRAWN : LeftOutQuery.LEFT_OUT,
                row.decimalOrNull(withdrawn ? "withdrawn_amount" : "amount"),
                row.textOrNull("original_currency"),
                row.decimalOrNull("original_amount"),
                row.text("raw"));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return query.parameters();
    }
}
