package org.salesetl.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.quarantine.QuarantineListing;
import org.salesetl.web.Page;

/** Makes the page on which the cells of rows in the quarantine can be corrected. */
final class CorrectionPage {

    private CorrectionPage() {}

    static Page page(CorrectionPageDraft draft) {
        Map<Table, List<CorrectableRow>> tables = new LinkedHashMap<>();
        for (QuarantineListing.Entry entry : draft.rows()) {
            CorrectableRow row = draft.isTried()
                    ? CorrectableRow.corrected(entry, draft.cells(entry.id()), draft.faults(entry.id()))
                    : CorrectableRow.of(entry);
            List<String> columns =
                    row.cells().stream().map(CorrectableRow.Cell::column).toList();
            tables.computeIfAbsent(new Table(entry.file(), columns), table -> new ArrayList<>())
                    .add(row);
        }
        return new Page(
                "correct",
                Map.of(
                        "tables",
                        tables.entrySet(),
                        "rows",
                        draft.rows().size(),
                        "loading",
                        draft.loading(),
                        "tried",
                        draft.isTried()));
    }

    /** Rows of one file have the same columns. */
    record Table(String file, List<String> columns) {}
}
