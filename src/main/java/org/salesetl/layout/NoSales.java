package org.salesetl.layout;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.LeftOut.Why;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Standing;
import org.salesetl.mapping.StatusRule;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;

/** Finds the records below the header that are no sale, although every cell of theirs may be right. */
final class NoSales implements Serializable {

    /** A remark fills so many cells at most, and stands in a table that has so many columns at least. */
    private static final int MOST_CELLS_OF_REMARK = 2;

    private static final int LEAST_COLUMNS_OVER_REMARK = 5;

    /** The columns that say of a sale what was sold, when and to whom. A total has none of these. */
    private static final List<Column> OF_ONE_SALE = List.of(
            Column.ORDER_ID,
            Column.SALE_ID,
            Column.PRODUCT_ID,
            Column.ORDER_DATE,
            Column.CUSTOMER_ID,
            Column.PRODUCT_NAME);

    private static final List<Column> NUMBERS = List.of(
            Column.QUANTITY,
            Column.PRICE,
            Column.AMOUNT,
            Column.DISCOUNT,
            Column.COST_PRICE,
            Column.COST,
            Column.UNIT_COST,
            Column.PROFIT,
            Column.MARGIN);

    private final Layout layout;
    private final Set<Integer> ofOneSale = new TreeSet<>();
    private final Set<Integer> ofDates = new TreeSet<>();
    private final Set<Integer> ofNumbers = new TreeSet<>();
    private final List<PlacedRule> statuses = new ArrayList<>();
    private final Set<Column> notWithout;
    private final OrderTotals orderTotals;
    private @Nullable List<String> firstRow;

    NoSales(Layout layout) {
        this.layout = layout;
        this.orderTotals = new OrderTotals(layout);
        layout.columns().forEach((column, cells) -> {
            if (OF_ONE_SALE.contains(column)) {
                ofOneSale.addAll(cells.places());
            }
            if (column == Column.ORDER_DATE) {
                ofDates.addAll(cells.places());
            }
            if (NUMBERS.contains(column)) {
                ofNumbers.addAll(cells.places());
            }
        });
        for (StatusRule rule : layout.mapping().status()) {
            layout.table().place(rule.column()).ifPresent(place -> statuses.add(new PlacedRule(place, rule)));
        }
        this.notWithout = layout.mapping().noSaleWithout();
    }

    /** Whether what the next records are depends on those before. */
    boolean remember() {
        return layout.kind() == Kind.SALES && !layout.rejects() && (firstRow == null || orderTotals.addUp());
    }

    /**
     * Why a record is no sale, by its form; null if it may be one. A record with a product, a date and a
     * quantity is a sale, so that the other questions are asked of few records.
     *
     * @param cells the cells as they are in the file
     * @param known the values of the known columns in these cells
     */
    @Nullable
    LeftOut find(List<String> cells, Map<Column, String> known) {
        if (layout.rejects()) {
            return null;
        }
        if (isHeader(cells)) {
            return new LeftOut(Why.REPEATED_HEADER, null, null);
        }
        if (DrawnLine.is(cells)) {
            return new LeftOut(Why.DRAWN_LINE, null, null);
        }
        if (layout.kind() != Kind.SALES) {
            return null;
        }
        if (orderTotals.isOne(known)) {
            return new LeftOut(Why.TOTAL_LINE, layout.headerCell(Column.PRODUCT_ID), known.get(Column.PRODUCT_ID));
        }
        if (isWhole(known)) {
            boolean first = firstRow == null;
            firstRow = first ? cells : firstRow;
            return first && explainsHeader(known) ? new LeftOut(Why.REPEATED_HEADER, null, null) : null;
        }
        LeftOut leftOut = total(cells);
        if (leftOut == null) {
            leftOut = template(cells);
        }
        if (leftOut == null && isHeading(known)) {
            leftOut = new LeftOut(Why.HEADING, null, null);
        }
        if (leftOut == null) {
            leftOut = remark(cells, known);
        }
        if (leftOut == null && !notWithout.isEmpty() && notWithout.stream().noneMatch(known::containsKey)) {
            leftOut = new LeftOut(Why.ORDER_SUMMARY, null, null);
        }
        return leftOut;
    }

    /** A product that is called as a total is one only if the record names its order or customer too. */
    private static boolean isWhole(Map<Column, String> known) {
        String product = known.get(Column.PRODUCT_ID);
        boolean named = known.containsKey(Column.ORDER_ID)
                || known.containsKey(Column.SALE_ID)
                || known.containsKey(Column.CUSTOMER_ID);
        return product != null
                && known.containsKey(Column.ORDER_DATE)
                && known.containsKey(Column.QUANTITY)
                && (named || !TotalWords.isAlone(product));
    }

    /** A second header below the first one, which says in words what the columns have: no number and no date has a digit. */
    private boolean explainsHeader(Map<Column, String> known) {
        return !layout.mapping().isOfOwnNames()
                && Stream.of(Column.ORDER_DATE, Column.QUANTITY, Column.PRICE, Column.AMOUNT)
                        .map(known::get)
                        .noneMatch(cell -> cell != null && cell.chars().anyMatch(Character::isDigit));
    }

    /** Why a record is no sale by its status; null if the status does not say so. */
    @Nullable
    LeftOut byStatus(List<String> cells) {
        for (PlacedRule placed : statuses) {
            if (placed.standing(cells) == Standing.NEITHER) {
                return new LeftOut(Why.STATUS, placed.column(), placed.status(cells));
            }
        }
        return null;
    }

    /** Whether a record is a return by its status. */
    boolean isReturn(List<String> cells) {
        for (PlacedRule placed : statuses) {
            if (placed.standing(cells) == Standing.RETURN) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeader(List<String> cells) {
        List<String> names = layout.header();
        return cells.get(0).equals(names.get(0))
                && cells.size() >= names.size()
                && (cells.subList(0, names.size()).equals(names)
                        || DistinctNames.of(cells.subList(0, names.size())).equals(names));
    }

    /** A total: a cell says so, and nothing says what was sold or to whom. A total may be that of a day. */
    private @Nullable LeftOut total(List<String> cells) {
        boolean ofDay = false;
        boolean saysNothingElse = false;
        for (int place : ofOneSale) {
            String cell = place < cells.size() ? Text.strip(cells.get(place)) : "";
            if (!cell.isEmpty() && !TotalWords.isOne(cell)) {
                if (!ofDates.contains(place)) {
                    return null;
                }
                ofDay = true;
            }
            saysNothingElse |= TotalWords.isAlone(cell);
        }
        if (ofDay && !saysNothingElse) {
            return null;
        }
        for (int place = 0; place < cells.size(); place++) {
            String cell = Text.strip(cells.get(place));
            if (TotalWords.isOne(cell)) {
                return new LeftOut(
                        Why.TOTAL_LINE,
                        place < layout.header().size() ? layout.header().get(place) : null,
                        cell);
            }
        }
        return null;
    }

    /** A prepared row: all its numbers are zero, and all its other cells are as in the first row. */
    private @Nullable LeftOut template(List<String> cells) {
        boolean blank = true;
        for (int place = 0; place < cells.size(); place++) {
            String cell = Text.strip(cells.get(place));
            if (cell.isEmpty()) {
                continue;
            }
            blank = false;
            boolean constant = !ofNumbers.contains(place)
                    && firstRow != null
                    && place < firstRow.size()
                    && Text.strip(firstRow.get(place)).equals(cell);
            if (ofOneSale.contains(place) || !(isZero(cell) || constant)) {
                return null;
            }
        }
        return blank ? null : new LeftOut(Why.TEMPLATE_ROW, null, null);
    }

    private static boolean isZero(String cell) {
        return cell.equals("-") || isNumber(cell, number -> number.signum() == 0);
    }

    private static boolean isNumber(String cell, Predicate<BigDecimal> which) {
        return Stream.of(DecimalMark.values())
                .map(mark -> Numbers.parse(cell, mark))
                .filter(Objects::nonNull)
                .anyMatch(which);
    }

    /** A heading: it has what the rows below it are about, and nothing was sold. */
    private boolean isHeading(Map<Column, String> known) {
        return layout.mapping().headings().stream().anyMatch(known::containsKey) && !hasSold(known);
    }

    /** Whether a quantity, a price or an amount is a number: the title of a report may reach over any column. */
    private static boolean hasSold(Map<Column, String> known) {
        return Stream.of(Column.QUANTITY, Column.PRICE, Column.AMOUNT)
                .map(known::get)
                .anyMatch(cell -> cell != null && isNumber(cell, number -> true));
    }

    /** A remark: it begins with some words, and fills one or two cells of a wide table. */
    private @Nullable LeftOut remark(List<String> cells, Map<Column, String> known) {
        List<String> filled =
                cells.stream().map(Text::strip).filter(cell -> !cell.isEmpty()).toList();
        boolean words = !filled.isEmpty() && isSentence(filled.get(0));
        return !hasSold(known)
                        && words
                        && filled.size() <= MOST_CELLS_OF_REMARK
                        && layout.table().namedColumns() >= LEAST_COLUMNS_OVER_REMARK
                ? new LeftOut(Why.FOOTER, null, null)
                : null;
    }

    private static boolean isSentence(String cell) {
        boolean letters = cell.chars().anyMatch(Character::isLetter);
        return letters && (cell.indexOf(' ') > 0 || cell.indexOf(':') > 0);
    }
}
