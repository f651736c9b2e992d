package org.salesetl.quarantine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.salesetl.quarantine.QuarantineEntries.FaultJson;
import org.salesetl.text.Formulas;
import org.springframework.stereotype.Component;

/** Makes a table of quarantined rows for a spreadsheet, in which no cell can run as a formula. */
@Component
class QuarantineCsv {

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
