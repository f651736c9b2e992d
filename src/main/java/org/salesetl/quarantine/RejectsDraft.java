package org.salesetl.quarantine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.RejectsTable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.Caller;
import org.salesetl.web.NotFoundException;

/** Collects the rejected rows of one file. */
final class RejectsDraft implements SqlParameters {

    private final @Nullable String file;
    private final Caller caller;
    private @Nullable SqlRow header;
    private List<SqlRow> rows = List.of();

    RejectsDraft(QuarantineQuery query) {
        this.file = query.filter().file();
        this.caller = query.caller();
    }

    /** Stores the row of {@code select-rejects-header-by-name.sql}; null if there is none. */
    void headed(@Nullable SqlRow row) {
        header = row;
    }

    /**
     * Makes sure that there are rejected rows.
     *
     * @throws NotFoundException if there are none
     */
    void requireRejects() {
        if (header == null) {
            throw new NotFoundException("There is no file " + file + " with rejected rows");
        }
    }

    /** Stores the rows of {@code select-rejects-by-name.sql}. */
    void found(List<SqlRow> found) {
        rows = found;
    }

    /** The rows in the columns of their file. */
    List<List<String>> table() {
        SqlRow columns = requireNonNull(header);
        RejectsTable rejects = caller.masked() ? RejectsTable.masked(columns) : new RejectsTable(columns);
        List<List<String>> table = new ArrayList<>();
        table.add(rejects.titles());
        rows.stream()
                .map(rejects::record)
                .map(record -> record.stream().map(caller::seen).toList())
                .forEach(table::add);
        return table;
    }

    /** The parameters of {@code select-rejects-header-by-name.sql} and {@code select-rejects-by-name.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(header == null ? Map.of() : header.columns());
        parameters.put("file", file);
        return parameters;
    }
}
