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

    /** Enters how many parked sales the file set free. */
    public void released(int sales, FileLoad load) {
        load.books().released(sales);
    }
}
