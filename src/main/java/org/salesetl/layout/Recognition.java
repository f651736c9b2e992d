package org.salesetl.layout;

import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.salesetl.vocabulary.Subject;

/** Recognises a header: finds the mapping that it fits, and where each column is. */
@Named
class Recognition {

    private static final List<Kind> BY_PRECEDENCE = List.of(Kind.SALES, Kind.RATES, Kind.PRODUCTS, Kind.CUSTOMERS);

    private final Mappings mappings;
    private final ColumnNames names;
    private final SaleWords saleWords;
    private final boolean acceptsReturns;

    Recognition(Mappings mappings, ColumnNames names, SaleWords saleWords, ReadingSettings settings) {
        this.mappings = mappings;
        this.names = names;
        this.saleWords = saleWords;
        this.acceptsReturns = settings.acceptsReturns();
    }

    /**
     * How to read a file whose header these cells are. Its conventions are the usual ones: the header does not tell others.
     *
     * @param table the header's cells as they are in the file
     * @param answers what people have answered for files with these columns
     * @return empty if this is no header that a mapping knows
     * @throws MissingColumnsException if a mapping knows the header, but the header lacks columns that the mapping needs
     * @throws RefusedFileException if the file has no sales, as its source says
     */
    Optional<Layout> of(Table table, Answers answers) {
        boolean rejects = RejectColumns.areIn(table.header());
        Table rearmed = rearmed(table, rejects);
        Table named = rearmed.withDistinctNames();
        List<Mapping> fitting = mappings.recognising(cells(named));
        if (fitting.isEmpty()) {
            return ofOwnNames(rearmed, rejects, answers);
        }
        String answer = answers.about(Subject.MAPPING);
        Optional<Mapping> chosen = fitting.stream()
                .filter(mapping -> mapping.name().equals(answer))
                .findFirst();
        Layout layout = ofSource(chosen.orElse(fitting.get(0)), named, rejects);
        return Optional.of(fitting.size() == 1 || chosen.isPresent() ? layout : layout.asking(whichOf(fitting)));
    }

    private static Question whichOf(List<Mapping> fitting) {
        String names = fitting.stream().map(Mapping::name).collect(Collectors.joining(" and "));
        return new Question(
                Topic.of(Subject.MAPPING),
                "Which mapping reads this file? Its header fits " + names + ".",
                List.of(),
                fitting.stream()
                        .map(mapping -> new Question.Choice(mapping.name(), mapping.name()))
                        .toList(),
                null);
    }

    /**
     * How a mapping reads a file whose header these cells are, whatever other mappings fit.
     *
     * @return empty if this is no header of the mapping
     * @throws RefusedFileException if the header fits, but the file cannot be loaded
     */
    Optional<Layout> as(Mapping given, Table table, Answers answers) {
        boolean rejects = RejectColumns.areIn(table.header());
        Table rearmed = rearmed(table, rejects);
        if (given.isOfOwnNames()) {
            Map<String, Column> named = ColumnNames.of(given);
            return ofOwnNames(
                    given,
                    find(cell -> named.get(HeaderCell.normalised(cell)), rearmed.header()),
                    rearmed,
                    rejects,
                    answers);
        }
        Table distinct = rearmed.withDistinctNames();
        return given.recognises(cells(distinct)) ? Optional.of(ofSource(given, distinct, rejects)) : Optional.empty();
    }

    private static Table rearmed(Table table, boolean rejects) {
        return rejects
                ? new Table(
                        table.delimiter(),
                        table.recordsBefore(),
                        table.header().stream().map(Formulas::rearm).toList())
                : table;
    }

    private static Set<String> cells(Table table) {
        return table.header().stream().map(HeaderCell::normalised).collect(Collectors.toSet());
    }

    private Layout ofSource(Mapping mapping, Table table, boolean rejects) {
        if (mapping.refusal() != null) {
            throw new RefusedFileException(mapping.refusal());
        }
        Layout layout = ofMapping(mapping, table, rejects);
        List<List<Column>> missing =
                new ArrayList<>(mapping.missing(layout.columns().keySet()));
        // else every line would be an order of its own, and nobody would know
        if (mapping.columns().containsKey(Column.ORDER_ID)
                && !layout.has(Column.ORDER_ID)
                && missing.stream().noneMatch(need -> need.contains(Column.ORDER_ID))) {
            missing.add(List.of(Column.ORDER_ID));
        }
        if (!missing.isEmpty()) {
            throw new MissingColumnsException(
                    mapping,
                    table,
                    "Expected the columns of " + mapping.name() + ", but "
                            + missing.stream().map(need -> words(mapping, need)).collect(Collectors.joining(" and "))
                            + " is missing. Export the file again with this column, or change the mapping, and drop the file again.");
        }
        return layout;
    }

    /** The layout of a file by a mapping, even if the header lacks some of its columns. */
    Layout ofMapping(Mapping mapping, Table table, boolean rejects) {
        List<String> header =
                table.header().stream().map(HeaderCell::normalised).toList();
        Map<Column, CellPlaces> columns = new EnumMap<>(Column.class);
        mapping.columns()
                .forEach((column, source) -> places(source, header).ifPresent(found -> columns.put(column, found)));
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

    private Optional<Layout> ofOwnNames(Table table, boolean rejects, Answers answers) {
        return BY_PRECEDENCE.stream()
                .filter(kind -> kind == Kind.SALES || isMasterData(kind, table.header()))
                .map(kind -> ofOwnNames(mappings.own(kind), find(kind, table.header()), table, rejects, answers))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Layout> ofOwnNames(
            Mapping own, Map<Column, List<Integer>> found, Table table, boolean rejects, Answers answers) {
        boolean enough = own.missing(found.keySet()).isEmpty()
                // among the rows of an unknown file, one word alone may be anything
                && (table.recordsBefore() == 0 || found.size() > 1);
        if (!enough) {
            return Optional.empty();
        }
        Map<Column, CellPlaces> columns = new EnumMap<>(Column.class);
        List<Question> questions = new ArrayList<>();
        found.forEach((column, places) -> {
            boolean required = own.required().stream().anyMatch(need -> need.contains(column));
            TwoColumns two = new TwoColumns(column, places, table.header());
            boolean asked = places.size() > 1 && (required || two.areMoneyOfOneName());
            Integer answered = asked ? two.answered(answers) : null;
            columns.put(column, CellPlaces.at(answered == null ? two.likeliest() : answered));
            if (asked && answered == null) {
                questions.add(two.question());
            }
        });
        return Optional.of(layout(own, table, rejects, columns).asking(questions));
    }

    /** Whether nothing in the header belongs to a sale, and every cell may be a name. */
    private boolean isMasterData(Kind kind, List<String> header) {
        return cellsOfSales(kind, header).isEmpty() && HeaderValues.of(header).isEmpty();
    }

    /** Where a header has the columns of a kind in our own names. */
    Map<Column, List<Integer>> find(Kind kind, List<String> header) {
        return find(cell -> names.column(kind, cell), header);
    }

    private static Map<Column, List<Integer>> find(NamedColumn named, List<String> header) {
        Map<Column, List<Integer>> found = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            Column column = named.column(header.get(i));
            if (column != null) {
                found.computeIfAbsent(column, absent -> new ArrayList<>()).add(i);
            }
        }
        return found;
    }

    /** Tells which column a header cell names; null if it names none. */
    private interface NamedColumn {
        @Nullable
        Column column(String cell);
    }

    /** The cells that belong to a sale, so that a file is none of customers, products or rates. */
    List<String> cellsOfSales(Kind kind, List<String> header) {
        return saleWords.cellsOfSales(kind, find(Kind.SALES, header), header);
    }
}
