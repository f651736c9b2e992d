package org.salesetl.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SalesEtlProperties.Returns;
import org.salesetl.mapping.CellSource;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.ColumnNames;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.Mappings;
import org.salesetl.mapping.Terms;
import org.salesetl.text.Formulas;
import org.salesetl.text.RefusedFileException;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Kind;
import org.springframework.stereotype.Component;

/** Recognises a header: finds the mapping that it fits, and where each column is. */
@Component
class Recognition {

    private static final List<Kind> BY_PRECEDENCE = List.of(Kind.SALES, Kind.RATES, Kind.PRODUCTS, Kind.CUSTOMERS);

    private final Mappings mappings;
    private final ColumnNames names;
    private final SaleWords saleWords;
    private final boolean acceptsReturns;

    Recognition(Mappings mappings, ColumnNames names, SaleWords saleWords, SalesEtlProperties properties) {
        this.mappings = mappings;
        this.names = names;
        this.saleWords = saleWords;
        this.acceptsReturns = properties.returns() == Returns.ACCEPT;
    }

    /**
     * How to read a file whose header these cells are. Its conventions are the usual ones: the header does not tell others.
     *
     * @param table the header's cells as they are in the file
     * @return empty if this is no header that a mapping knows
     * @throws RefusedFileException if the header is known, but the file cannot be loaded
     */
    Optional<Layout> of(Table table) {
        boolean rejects = RejectColumns.areIn(table.header());
        Table rearmed = rejects
                ? new Table(
                        table.delimiter(),
                        table.recordsBefore(),
                        table.header().stream().map(Formulas::rearm).toList())
                : table;
        Set<String> cells =
                rearmed.header().stream().map(HeaderCell::normalised).collect(Collectors.toSet());
        List<Mapping> fitting = mappings.recognising(cells);
        if (fitting.size() > 1) {
            throw new RefusedFileException("Expected a header of one source but this one fits "
                    + fitting.stream().map(Mapping::name).collect(Collectors.joining(" and "))
                    + ". Add a cell that only one of them has to its recognised_by, and drop the file again.");
        }
        return fitting.isEmpty()
                ? ofOwnNames(rearmed, rejects)
                : Optional.of(ofSource(fitting.get(0), rearmed, rejects));
    }

    private Layout ofSource(Mapping mapping, Table table, boolean rejects) {
        if (mapping.refusal() != null) {
            throw new RefusedFileException(mapping.refusal());
        }
        List<String> header =
                table.header().stream().map(HeaderCell::normalised).toList();
        Map<Column, CellPlaces> columns = new EnumMap<>(Column.class);
        mapping.columns()
                .forEach((column, source) -> places(source, header).ifPresent(found -> columns.put(column, found)));
        List<List<Column>> missing = mapping.missing(columns.keySet());
        if (!missing.isEmpty()) {
            throw new RefusedFileException(
                    "Expected the columns of " + mapping.name() + ", but "
                            + missing.stream().map(need -> words(mapping, need)).collect(Collectors.joining(" and "))
                            + " is missing. Export the file again with this column, or change the mapping, and drop the file again.");
        }
        return layout(mapping, table, rejects, columns);
    }

    private Layout layout(Mapping mapping, Table table, boolean rejects, Map<Column, CellPlaces> columns) {
        boolean returns = mapping.returns() == null ? acceptsReturns : mapping.returns() == Acceptance.ACCEPT;
        return new Layout(
                mapping, table, rejects, columns, Conventions.USUAL, new Terms(mapping.acceptsGuests(), returns));
    }

    /** For example: "Lineitem price" (price). */
    private static String words(Mapping mapping, List<Column> need) {
        return need.stream()
                .map(column -> {
                    CellSource source = mapping.columns().get(column);
                    return source == null
                            ? column.label()
                            : '"' + String.join("\" or \"", source.cells()) + "\" (" + column.label() + ")";
                })
                .collect(Collectors.joining(" or "));
    }

    /** Where the cells of a source are; empty if the header has none of them. */
    private static Optional<CellPlaces> places(CellSource source, List<String> header) {
        if (source instanceof CellSource.Constant constant) {
            return Optional.of(new CellPlaces(List.of(), null, constant.constant()));
        }
        List<Integer> places = source.cells().stream()
                .map(cell -> header.indexOf(HeaderCell.normalised(cell)))
                .filter(place -> place >= 0)
                .toList();
        String with = source instanceof CellSource.Joined joined ? joined.with() : null;
        return places.isEmpty() ? Optional.empty() : Optional.of(new CellPlaces(places, with, null));
    }

    private Optional<Layout> ofOwnNames(Table table, boolean rejects) {
        for (Kind kind : BY_PRECEDENCE) {
            Map<Column, List<Integer>> found = find(kind, table.header());
            Mapping own = mappings.own(kind);
            boolean enough = own.missing(found.keySet()).isEmpty()
                    // among the rows of an unknown file, one word alone may be anything
                    && (table.recordsBefore() == 0 || found.size() > 1);
            if (enough
                    && (kind == Kind.SALES || cellsOfSales(kind, table.header()).isEmpty())) {
                Map<Column, CellPlaces> columns = new EnumMap<>(Column.class);
                found.forEach((column, places) -> columns.put(column, place(own, column, places, table.header())));
                return Optional.of(layout(own, table, rejects, columns));
            }
        }
        return Optional.empty();
    }

    /** Where a header has the columns of a kind in our own names. */
    Map<Column, List<Integer>> find(Kind kind, List<String> header) {
        Map<Column, List<Integer>> found = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            Column column = names.column(kind, header.get(i));
            if (column != null) {
                found.computeIfAbsent(column, absent -> new ArrayList<>()).add(i);
            }
        }
        return found;
    }

    /** The cells that belong to a sale, so that a file is none of customers, products or rates. */
    List<String> cellsOfSales(Kind kind, List<String> header) {
        return saleWords.cellsOfSales(kind, find(Kind.SALES, header), header);
    }

    /**
     * The place of a column. A required column must be there once. Of several optional ones, the column's own name wins over an
     * alias, else the first one wins.
     */
    private static CellPlaces place(Mapping own, Column column, List<Integer> places, List<String> header) {
        if (places.size() > 1 && own.required().stream().anyMatch(need -> need.contains(column))) {
            throw new RefusedFileException("Expected the column " + column.label() + " once but found it "
                    + places.size() + " times, as "
                    + places.stream()
                            .map(place -> UnknownHeader.quoted(header.get(place)))
                            .collect(Collectors.joining(" and "))
                    + ". Remove or rename all but one and drop the file again.");
        }
        return CellPlaces.at(places.stream()
                .filter(place -> HeaderCell.normalised(header.get(place)).equals(HeaderCell.normalised(column.label())))
                .findFirst()
                .orElse(places.get(0)));
    }
}
