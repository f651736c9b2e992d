package org.salesetl.warehouse;

import java.util.List;
import org.salesetl.bulk.BulkRow;
import org.salesetl.ledger.FileLoad;
import org.springframework.stereotype.Component;

/** Brings the rows of a dimension into its staging table, by the load {@code {folder}/load-stage}. */
@Component
class DimensionLoad {

    void start(FileLoad load, String folder) {
        load.tables().start(name(folder));
    }

    void write(List<? extends BulkRow> rows, FileLoad load, String folder) {
        load.tables().stream(name(folder), rows);
    }

    void finish(FileLoad load, String folder) {
        load.tables().finish(name(folder));
    }

    private static String name(String folder) {
        return folder + "/load-stage";
    }
}
