package org.salesetl.layout;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salesetl.notation.DateOrder;
import org.salesetl.text.Chunk;
import org.salesetl.text.Text;

/**
 * The other columns of dates in a file, which tell the order of day and month where the dates of the sales do not: one program wrote
 * all of them. Only a column in which every cell is a date counts, and only if all such columns agree.
 */
final class OtherDates {

    private final Map<Integer, Column> byPlace = new TreeMap<>();

    /**
     * The conventions with what the other columns tell.
     *
     * @param chunks the records below the header
     * @param layout the layout, with conventions whose order of dates is undecided
     */
    static Conventions decide(ChunkReader chunks, Layout layout) {
        OtherDates others = new OtherDates();
        while (chunks.hasNext()) {
            Chunk chunk = chunks.next();
            for (int record = 0; record < chunk.size(); record++) {
                others.look(RejectsTable.cells(chunk.raw(record), layout.delimiter()), chunk.line(record), layout);
            }
        }
        return others.decide(layout);
    }

    private void look(List<String> cells, int line, Layout layout) {
        int width = Math.min(cells.size(), layout.header().size());
        for (int place = 0; place < width; place++) {
            String cell = Text.strip(cells.get(place));
            if (!cell.isEmpty()) {
                byPlace.computeIfAbsent(place, absent -> new Column()).look(new Sighting(line, cell));
            }
        }
    }

    private Conventions decide(Layout layout) {
        Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
        String evidence = null;
        for (Map.Entry<Integer, Column> column : byPlace.entrySet()) {
            DateOrder order = column.getValue().order();
            if (order != null) {
                orders.add(order);
                evidence = column.getValue().told + " in "
                        + Text.visible(layout.header().get(column.getKey()));
            }
        }
        return orders.size() == 1 && evidence != null
                ? layout.conventions().decided(Collections.min(orders), evidence)
                : layout.conventions();
    }

    /** What the cells of one column tell. */
    private static final class Column {

        private final Set<DateOrder> possible =
                EnumSet.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.SHORT_YEAR_FIRST);

        private @Nullable Sighting told;

        void look(Sighting sighting) {
            if (possible.isEmpty()) {
                return;
            }
            boolean wasOpen = possible.size() > 1;
            possible.removeIf(order -> DateSurvey.read(sighting.cell(), order) == null);
            if (wasOpen && possible.size() == 1) {
                told = sighting;
            }
        }

        /** The only order in which every cell is a date; null if there is none, or several are. */
        @Nullable
        DateOrder order() {
            return possible.size() == 1 ? Collections.min(possible) : null;
        }
    }
}
