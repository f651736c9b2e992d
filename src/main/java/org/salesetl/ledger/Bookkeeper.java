package org.salesetl.ledger;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Enters into a file's books what the database counted. */
@Component
public class Bookkeeper {

    /** Enters rows of {@code outcome} and {@code row_count}. */
    public void merged(List<Map<String, Object>> counts, FileLoad load) {
        load.books().merged(counts);
    }

    /** Enters how many parked sales the file set free. */
    public void released(int sales, FileLoad load) {
        load.books().released(sales);
    }
}
