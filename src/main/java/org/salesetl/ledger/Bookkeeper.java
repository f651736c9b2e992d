package org.salesetl.ledger;

import java.util.List;
import java.util.Map;
import org.salesetl.SqlRow;
import org.springframework.stereotype.Component;

/** Enters into a file's books what the database counted. */
@Component
public class Bookkeeper {

    /** Enters rows of {@code outcome} and {@code row_count}. */
    public void merged(List<Map<String, Object>> counts, FileLoad load) {
        load.books().merged(counts);
    }

    /** Enters the row of {@code inserted} and {@code updated} that tells what came of comparing. */
    public void changed(Map<String, Object> counts, FileLoad load) {
        SqlRow row = new SqlRow(counts);
        load.books().changed(row.integer("inserted"), row.integer("updated"));
    }

    /**
     * Enters what a wide sales file brought besides its sales.
     *
     * @param otherwise in how many rows it says something that an earlier one says otherwise
     */
    public void described(int customers, int products, int otherwise, FileLoad load) {
        load.books().described(customers, products, otherwise);
    }

    /** Enters into the books of a wide file's sales what was found while it was read for its customers and products. */
    public void foundBefore(FileLoad rehearsal, FileLoad load) {
        load.books().foundBefore(rehearsal.books());
    }

    /** Enters how many parked sales the file set free. */
    public void released(int sales, FileLoad load) {
        load.books().released(sales);
    }
}
