package org.salesetl.layout;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.RevenueSource;
import org.salesetl.mapping.Terms;
import org.salesetl.vocabulary.Kind;

/**
 * How to read a file, as its header and its cells tell.
 *
 * @param mapping what the columns of the file mean
 * @param table where the header and the rows are
 * @param rejects whether this is a file of rejects that comes back
 * @param columns where the records have the value of each known column; absent columns are left out
 * @param conventions how its text, dates and numbers are written
 * @param terms which unusual sales load
 * @param questions what somebody has to answer before the file loads; none if everything is known
 * @param source the mapping as it was before answers said what its statuses mean
 */
public record Layout(
        Mapping mapping,
        Table table,
        boolean rejects,
        Map<Column, CellPlaces> columns,
        Conventions conventions,
        Terms terms,
        List<Question> questions,
        Mapping source)
        implements Serializable {

    /** What the evidence of a file says whose orders are a number and its day together. */
    public static final String ORDERS_OF_DAY = "numbers of orders start again each day";

    public Layout {
        questions = List.copyOf(questions);
        Map<Column, CellPlaces> ordered = new EnumMap<>(Column.class);
        ordered.putAll(columns);
        columns = Collections.unmodifiableMap(ordered);
    }

    /** A layout that leaves no question. */
    public Layout(
            Mapping mapping,
            Table table,
            boolean rejects,
            Map<Column, CellPlaces> columns,
            Conventions conventions,
            Terms terms) {
        this(mapping, table, rejects, columns, conventions, terms, List.of(), mapping);
    }

    /** What the file brings. */
    public Kind kind() {
        return mapping.kind();
    }

    /** The character between cells. */
    public char delimiter() {
        return table.delimiter();
    }

    /** The header's cells as they are in the file; in a file of rejects without the apostrophes. */
    public List<String> header() {
        return table.header();
    }

    /** The name of Camel's data format that parses the file. */
    public String csvFormat() {
        return table.csvFormat();
    }

    /** The same, with other conventions. */
    public Layout with(Conventions others) {
        return new Layout(mapping, table, rejects, columns, others, terms, questions, source);
    }

    /** The same, by another mapping with the same columns. */
    Layout by(Mapping other) {
        return new Layout(other, table, rejects, columns, conventions, terms, questions, source);
    }

    /** The same, without the question about this topic. */
    Layout without(Topic topic) {
        return asking(questions.stream()
                .filter(question -> !question.topic().equals(topic))
                .toList());
    }

    /** The same, with these questions and no others. */
    public Layout asking(List<Question> others) {
        return new Layout(mapping, table, rejects, columns, conventions, terms, others, source);
    }

    /** The same, with one question more. */
    Layout asking(Question another) {
        return asking(Stream.concat(questions.stream(), Stream.of(another)).toList());
    }

    /** The same, where the ids of sales are ids of orders. */
    Layout withOrdersInPlaceOfSales() {
        Map<Column, CellPlaces> changed = new EnumMap<>(columns);
        CellPlaces ids = changed.remove(Column.SALE_ID);
        if (ids != null) {
            changed.put(Column.ORDER_ID, ids);
        }
        return new Layout(mapping, table, rejects, changed, conventions, terms, questions, source);
    }

    /** The same, where the prices are the amounts of all units of a row. */
    Layout withAmountsInPlaceOfPrices() {
        Map<Column, CellPlaces> changed = new EnumMap<>(columns);
        CellPlaces prices = changed.remove(Column.PRICE);
        if (prices != null) {
            changed.put(Column.AMOUNT, prices);
        }
        Conventions written = conventions.with(Column.AMOUNT, Column.PRICE);
        return new Layout(mapping, table, rejects, changed, written, terms, questions, source);
    }

    /** The same, where the file does not have the column. */
    Layout without(Column column) {
        Map<Column, CellPlaces> fewer = new EnumMap<>(columns);
        fewer.remove(column);
        return new Layout(mapping, table, rejects, fewer, conventions, terms, questions, source);
    }

    /** The same, on other terms. */
    public Layout on(Terms others) {
        return new Layout(mapping, table, rejects, columns, conventions, others, questions, source);
    }

    /**
     * Whether this is a wide file: sales that also describe their customers and products. The exports of a shop or a till are, even
     * if they only name them, since no other file will ever bring these. Called for every row.
     */
    public boolean isWide() {
        return kind() == Kind.SALES
                && (!mapping.isOfOwnNames()
                        || has(Column.CUSTOMER_NAME)
                        || has(Column.EMAIL)
                        || has(Column.CITY)
                        || has(Column.PRODUCT_NAME)
                        || has(Column.CATEGORY));
    }

    /** Whether the file says what its sales have cost. Called for every row. */
    public boolean hasCosts() {
        return has(Column.COST) || has(Column.UNIT_COST) || has(Column.PROFIT) || has(Column.MARGIN);
    }

    /** Whether the cost is that of one unit, as the price beside it is. In our own columns, a cost beside an amount is that of all. */
    public boolean isCostOfOneUnit() {
        return mapping.isOfOwnNames() && has(Column.PRICE) && !has(Column.AMOUNT);
    }

    /** Whether somebody has to answer a question before the file can be loaded. */
    public boolean isUndecided() {
        return !questions.isEmpty();
    }

    /** Whether the amount of a row is its revenue, and not price times quantity. Called for every row. */
    public boolean isAmountFirst() {
        RevenueSource source = terms.revenue();
        return source == null ? !mapping.isOfOwnNames() : source == RevenueSource.AMOUNT;
    }

    /** A hash of kind and columns, the same for every spelling that means the same: 64 hexadecimal digits. */
    public String headerHash() {
        String columnNames = header().stream()
                .filter(cell -> !RejectColumns.isOne(cell))
                .map(HeaderCell::normalised)
                .collect(Collectors.joining("\u001F"));
        return DigestUtils.sha256Hex(kind().label() + "\u001F" + columnNames);
    }

    /** The header cells that have the values of the column; null if the file does not have the column in a cell. */
    public @Nullable String headerCell(Column column) {
        CellPlaces cells = columns.get(column);
        return cells == null || cells.places().isEmpty() ? null : cells.words(header());
    }

    /** Whether the file has this column. */
    public boolean has(Column column) {
        return columns.containsKey(column);
    }
}
