package org.salesetl.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.text.Text;

/** A header over two lines: a name goes on in the line below, or a name in the upper line stands for several in the lower one. */
final class TwoLineHeader {

    private static final int LEAST_NAMES = 2;

    /** Names that tell something only below another one. */
    private static final Set<String> OF_ANYTHING =
            Set.of("id", "name", "date", "datum", "fecha", "data", "nombre", "nom", "nome");

    private TwoLineHeader() {}

    /**
     * Both lines as one header, which stands where the lower line stands; empty if they are none.
     *
     * @param upper a record
     * @param lower a later one
     */
    static Optional<HeadRecord> of(HeadRecord upper, HeadRecord lower) {
        boolean neighbours =
                upper.delimiter() == lower.delimiter() && upper.recordsBefore() + 1 == lower.recordsBefore();
        return neighbours && areNames(upper) && areNames(lower)
                ? Optional.of(new HeadRecord(
                        lower.delimiter(),
                        lower.recordsBefore(),
                        lower.line(),
                        lower.raw(),
                        merged(upper.cells(), lower.cells())))
                : Optional.empty();
    }

    /** Whether a record has several names and nothing else. */
    private static boolean areNames(HeadRecord record) {
        List<String> filled =
                record.cells().stream().filter(cell -> !Text.isBlank(cell)).toList();
        return filled.stream().distinct().count() >= LEAST_NAMES
                && filled.stream().allMatch(HeaderLikeness::isName);
    }

    private static List<String> merged(List<String> upper, List<String> lower) {
        List<String> merged = new ArrayList<>();
        String group = "";
        for (int place = 0; place < Math.max(upper.size(), lower.size()); place++) {
            String above = cell(upper, place);
            String below = cell(lower, place);
            // a name without another one below stands for its own column alone
            group = above.isEmpty() ? group : (below.isEmpty() ? "" : above);
            boolean grouped = above.isEmpty() && !below.isEmpty() && needsGroup(below, lower);
            String name = grouped ? group : above;
            merged.add(Text.strip(name + " " + below));
        }
        return merged;
    }

    private static boolean needsGroup(String cell, List<String> lower) {
        String name = HeaderCell.normalised(cell);
        return OF_ANYTHING.contains(name)
                || NameWords.areOfAnything(NameWords.of(cell))
                || lower.stream()
                                .filter(other -> HeaderCell.normalised(other).equals(name))
                                .count()
                        > 1;
    }

    private static String cell(List<String> cells, int place) {
        return place < cells.size() ? Text.strip(cells.get(place)) : "";
    }
}
