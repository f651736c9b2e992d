package org.salesetl.layout;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.OrderAmount;
import org.salesetl.mapping.StatusRule;
import org.salesetl.sql.SqlRow;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;

/**
 * Which cells of the records of a file may say something of a person. Only a cell that the mapping reads as something else, such as a
 * date or a product, does not: the exports of shops also have addresses and telephone numbers, in columns that nobody reads. If it is not
 * known how the file was read, all of its cells may.
 *
 * @param width how many cells the header has up to the last one with a name; a record with fewer cells, or more, has its cells in other places, so all of them may be
 *     personal
 * @param others the places of the cells that say nothing of a person, counted from zero
 * @param customer the places of the cells with the id of the customer
 */
public record PersonalCells(int width, Set<Integer> others, List<Integer> customer) implements Serializable {

    /** Stands in place of what somebody may not see. */
    public static final String MASK = "•••";

    public PersonalCells {
        others = Set.copyOf(others);
        customer = List.copyOf(customer);
    }

    /** The cells of a file with this layout. */
    public static PersonalCells of(Layout layout) {
        CellPlaces customer = layout.columns().get(Column.CUSTOMER_ID);
        return new PersonalCells(
                layout.table().namedColumns(), others(layout), customer == null ? List.of() : customer.places());
    }

    /**
     * The cells of a file in the ledger.
     *
     * @param file {@code header}, {@code other_cells} and {@code customer_cells} of the file; each may be null
     */
    public static PersonalCells of(SqlRow file) {
        String header = file.textOrNull("header");
        return new PersonalCells(
                header == null ? 0 : new Table(',', 0, RejectsTable.cells(header, ',')).namedColumns(),
                new HashSet<>(places(file.textOrNull("other_cells"))),
                places(file.textOrNull("customer_cells")));
    }

    private static Set<Integer> others(Layout layout) {
        // a line of its own stands above the rows, and its first cell may have anything
        if (!layout.mapping().headings().isEmpty() || Titles.areKnown(layout)) {
            return Set.of();
        }
        Set<Integer> others = new TreeSet<>();
        Set<Integer> personal = new HashSet<>();
        for (Map.Entry<Column, CellPlaces> column : layout.columns().entrySet()) {
            (isPersonal(column.getKey(), layout.kind()) ? personal : others)
                    .addAll(column.getValue().places());
        }
        layout.mapping().status().stream()
                .map(StatusRule::column)
                .forEach(column -> others.addAll(layout.table().places(column)));
        layout.mapping().orderAmounts().stream()
                .map(OrderAmount::column)
                .forEach(column -> others.addAll(layout.table().places(column)));
        for (int place = 0; place < layout.header().size(); place++) {
            if (RejectColumns.isOne(layout.header().get(place))) {
                others.add(place);
            }
        }
        others.removeAll(personal);
        return others;
    }

    /** Whether a column says something of a person. The city stays, because sums depend on it. */
    public static boolean isPersonal(Column column, Kind kind) {
        return column == Column.CUSTOMER_NAME
                || column == Column.EMAIL
                || (column == Column.NAME && kind == Kind.CUSTOMERS);
    }

    /**
     * The cells of a record with another text in place of all that may be personal. Blank cells stay blank.
     *
     * @param cells the cells as they are in the file
     */
    public List<String> with(String text, List<String> cells) {
        boolean inPlace = isInPlace(cells);
        List<String> changed = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            String cell = cells.get(place);
            changed.add((inPlace && others.contains(place)) || Text.isBlank(cell) ? cell : text);
        }
        return changed;
    }

    /** The cells of a record with a mask in place of all that may be personal. */
    public List<String> masked(List<String> cells) {
        return with(MASK, cells);
    }

    /**
     * The cells of a record of a customer whom somebody has forgotten: no personal cell has anything, and the id is another one.
     *
     * @param pseudonym stands in place of the id
     */
    public List<String> without(List<String> cells, String pseudonym) {
        List<String> changed = with("", cells);
        boolean inPlace = isInPlace(cells);
        boolean named = false;
        for (int place : customer) {
            if (inPlace && !Text.isBlank(cells.get(place))) {
                changed.set(place, named ? "" : pseudonym);
                named = true;
            }
        }
        return changed;
    }

    /** What the record may have as the id of its customer: each of the cells, and all of them together. */
    public Set<String> customers(List<String> cells) {
        Set<String> ids = new HashSet<>();
        if (isInPlace(cells)) {
            List<String> texts = customer.stream()
                    .map(cells::get)
                    .map(Text::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
            ids.addAll(texts);
            ids.add(String.join(" ", texts));
        }
        return ids;
    }

    private boolean isInPlace(List<String> cells) {
        return cells.size() >= width && cells.stream().skip(width).allMatch(Text::isBlank);
    }

    /** The places of the cells that say nothing of a person, as the ledger keeps them. */
    public String othersAsText() {
        return text(new TreeSet<>(others));
    }

    /** The places of the cells with the id of the customer, as the ledger keeps them. */
    public String customerAsText() {
        return text(customer);
    }

    private static String text(Collection<Integer> places) {
        return places.stream().map(String::valueOf).collect(joining(","));
    }

    private static List<Integer> places(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    }
}
