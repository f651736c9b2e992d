package org.salesetl.leftout;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.PersonalCells;
import org.salesetl.layout.RejectsTable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
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
        SqlRow of = file;
        if (of == null) {
            throw new NotFoundException("There is no file " + query.fileId() + " in the ledger");
        }
        return new LeftOutListing(
                of.text("name"),
                query.fileId(),
                of.integer("run_id"),
                rows.stream().map(row -> entry(row, of, words)).toList(),
                total,
                of.timeOrNull("left_out_deleted_at"));
    }

    private LeftOutListing.Entry entry(SqlRow row, SqlRow of, Words words) {
        boolean withdrawn = row.decimalOrNull("withdrawn_amount") != null;
        return new LeftOutListing.Entry(
                row.integer("line"),
                row.text("why"),
                words.say("left-out." + row.text("why")),
                row.textOrNull("column_name"),
                query.caller().masked() && row.textOrNull("column_name") == null ? null : row.textOrNull("value"),
                withdrawn ? LeftOutQuery.WITHDRAWN : LeftOutQuery.LEFT_OUT,
                row.decimalOrNull(withdrawn ? "withdrawn_amount" : "amount"),
                row.textOrNull("original_currency"),
                row.decimalOrNull("original_amount"),
                query.caller().masked() ? masked(row, of) : row.text("raw"));
    }

    /** The row without what may say something of a person. */
    private static String masked(SqlRow row, SqlRow file) {
        String delimiter = file.textOrNull("delimiter");
        return delimiter == null
                ? PersonalCells.MASK
                : RejectsTable.line(
                        PersonalCells.of(file).masked(RejectsTable.cells(row.text("raw"), delimiter.charAt(0))),
                        delimiter.charAt(0));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return query.parameters();
    }
}
