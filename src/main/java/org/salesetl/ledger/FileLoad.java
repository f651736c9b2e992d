package org.salesetl.ledger;

import java.util.HashMap;
import java.util.Map;
import org.salesetl.bulk.TableLoads;
import org.salesetl.intake.Column;
import org.salesetl.intake.Drop;
import org.salesetl.intake.Layout;
import org.salesetl.rollup.SalesChanges;
import org.salesetl.validation.Rules;

/**
 * One file on its way into the warehouse.
 *
 * @param fileId its number in the ledger
 * @param drop the file
 * @param layout how it is read
 * @param rules what judges its rows
 * @param books what becomes of them
 * @param tables where they go
 * @param changes what they change in the facts
 */
public record FileLoad(
        int fileId, Drop drop, Layout layout, Rules<?> rules, Books books, TableLoads tables, SalesChanges changes) {

    /** What merge statements need to know: {@code fileId}, and for each column whether the file has it. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("fileId", fileId);
        for (Column column : Column.values()) {
            parameters.put("has_" + column.label(), layout.has(column));
        }
        return parameters;
    }
}
