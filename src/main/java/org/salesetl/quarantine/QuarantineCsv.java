package org.salesetl.quarantine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;
import org.salesetl.layout.RejectsTable;
import org.salesetl.quarantine.QuarantineEntries.FaultJson;
import org.salesetl.text.Formulas;
import org.salesetl.web.NotFoundException;
import org.springframework.stereotype.Component;

/** Quarantined rows of any files as a table for a spreadsheet, where no cell may run as a formula. */
@Component
class QuarantineCsv {

    /** The row of {@code select-rejects-header-by-name.sql}, if there is one. */
    Map<String, Object> requireRejects(@Nullable Map<String, Object> header, QuarantineQuery query) {
        if (header == null) {
            throw new NotFoundException("There is no file " + query.file() + " with rejected rows");
        }
        return header;
    }

    /** Parameters of {@code select-rejects-by-name.sql}. */
    Map<String, Object> parameters(Map<String, Object> header, QuarantineQuery query) {
        Map<String, Object> parameters = new HashMap<>(header);
        parameters.put("file", query.file());
        return parameters;
    }

    /** The rejected rows of one file, in its own columns. */
    List<List<String>> rejects(Map<String, Object> header, List<Map<String, Object>> rows) {
        RejectsTable rejects = new RejectsTable(new SqlRow(header));
        List<List<String>> table = new ArrayList<>();
        table.add(rejects.titles());
        rows.stream().map(SqlRow::new).map(rejects::record).forEach(table::add);
        return table;
    }

    List<List<String>> table(QuarantineListing listing) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("file", "line", "kind", "status", "reasons", "message", "raw"));
        for (QuarantineListing.Entry row : listing.rows()) {
            table.add(List.of(
                    Formulas.disarm(row.file()),
                    String.valueOf(row.line()),
                    row.kind(),
                    row.status(),
                    row.reasons().stream().map(FaultJson::code).distinct().collect(Collectors.joining(",")),
                    Formulas.disarm(
                            row.reasons().stream().map(FaultJson::message).collect(Collectors.joining("; "))),
                    Formulas.disarm(row.raw())));
        }
        return table;
    }
}
