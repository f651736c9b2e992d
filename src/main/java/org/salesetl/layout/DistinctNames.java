package org.salesetl.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.text.Text;

/** Tells columns of the same name apart: the second {@code Name} is {@code Name (2)}. */
final class DistinctNames {

    private DistinctNames() {}

    /** The names of the columns, each different from those before. Blank ones stay blank. */
    static List<String> of(List<String> header) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> names = new ArrayList<>(header.size());
        for (String cell : header) {
            int count = Text.isBlank(cell) ? 1 : seen.merge(HeaderCell.normalised(cell), 1, Integer::sum);
            names.add(count == 1 ? cell : Text.strip(cell) + " (" + count + ")");
        }
        return names;
    }
}
