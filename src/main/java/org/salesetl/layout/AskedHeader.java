package org.salesetl.layout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.mapping.CellSource;
import org.salesetl.mapping.CellSource.Constant;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.MappingException;
import org.salesetl.mapping.MappingYaml;
import org.salesetl.mapping.Mappings;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;
import org.springframework.stereotype.Component;

/** Asks what the columns of a file mean, and reads the file by the answer. Until there is one, the best guesses count. */
@Component
class AskedHeader {

    private static final int LEAST_NAMES = 2;
    private static final int MOST_VALUES = 5;
    private static final int MOST_ROWS = 40;
    private static final int LONGEST_NAME = 80;

    /** A mapping that is recognised by fewer cells is similar to many files. */
    private static final int LEAST_CELLS = 4;

    private static final double MOST_CELLS = 0.7;

    /** The columns that tell sales from customers and products. */
    private static final Set<Column> OF_SALES =
            EnumSet.of(Column.ORDER_ID, Column.SALE_ID, Column.ORDER_DATE, Column.QUANTITY, Column.AMOUNT);

    private static final Set<Column> OF_PRODUCTS =
            EnumSet.of(Column.PRODUCT_ID, Column.PRODUCT_NAME, Column.PRICE, Column.COST_PRICE, Column.CATEGORY);

    /** What further lines of an order leave blank. */
    private static final Set<Column> OF_ORDERS = EnumSet.of(
            Column.ORDER_ID, Column.ORDER_DATE, Column.CUSTOMER_ID, Column.CUSTOMER_NAME, Column.EMAIL, Column.CITY);

    private final Recognition recognition;
    private final ColumnGuesses guesses;
    private final Mappings mappings;

    AskedHeader(Recognition recognition, ColumnGuesses guesses, Mappings mappings) {
        this.mappings = mappings;
        this.recognition = recognition;
        this.guesses = guesses;
    }

    /**
     * The layout of a file whose header no mapping knows.
     *
     * @param file the file; its name becomes that of the mapping
     * @param records its first records, cut at one delimiter after the other
     * @return empty if the records look like no table
     */
    Optional<Layout> of(Path file, List<HeadRecord> records, Answers answers) {
        List<HeadRecord> whole = records.stream().filter(HeadRecord::isWhole).toList();
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        HeadRecord header = UnknownHeader.likeliest(whole);
        List<List<String>> rows = rows(header, whole);
        if (UnknownHeader.isDamaged(header.cells())) {
            return Optional.empty();
        }
        if (HeaderLikeness.of(header.cells()) < LEAST_NAMES || rows.stream().noneMatch(AskedHeader::isRow)) {
            return Optional.empty();
        }
        Table table = new Table(header.delimiter(), header.recordsBefore(), header.cells());
        Optional<Mapping> similar = similar(table);
        if (similar.isPresent()) {
            return Optional.of(of(file, table, similar.get(), lacking(similar.get(), table), header, rows, answers));
        }
        Map<Column, CellSource> guessed = guess(table, rows);
        if (guessed.isEmpty() && !ColumnGuesses.haveDatesAndNumbers(rows)) {
            return Optional.empty();
        }
        Map<Column, CellSource> columns = answered(answers).orElse(guessed);
        Kind kind = kind(columns.keySet());
        if (kind != Kind.SALES && !HeaderValues.of(header.cells()).isEmpty()) {
            return Optional.empty();
        }
        Mapping mapping = Mapping.ofHeader(
                name(file), kind, named(table), ofKind(kind, columns), carriedDown(table, rows, columns));
        Layout layout = recognition.ofMapping(mapping, table, false);
        return Optional.of(
                answered(answers).isPresent()
                        ? layout
                        : layout.asking(question(layout, header, rows, "No mapping knows these columns.")));
    }

    /** The layout of a file that lacks columns of its mapping. */
    Layout of(Path file, MissingColumnsException missing, List<HeadRecord> records, Answers answers) {
        Table table = missing.table();
        HeadRecord header = records.stream()
                .filter(record ->
                        record.delimiter() == table.delimiter() && record.recordsBefore() == table.recordsBefore())
                .findFirst()
                .orElseThrow();
        return of(
                file,
                table,
                missing.mapping(),
                String.valueOf(missing.getMessage()),
                header,
                rows(header, records),
                answers);
    }

    private Layout of(
            Path file,
            Table table,
            Mapping mapping,
            String why,
            HeadRecord header,
            List<List<String>> rows,
            Answers answers) {
        Set<Column> there =
                recognition.ofMapping(mapping, table, false).columns().keySet();
        Map<Column, CellSource> columns = new EnumMap<>(guess(table, rows));
        mapping.columns().forEach((column, source) -> {
            if (there.contains(column)) {
                columns.put(column, source);
            }
        });
        Map<Column, CellSource> chosen = answered(answers).orElse(columns);
        Layout layout = recognition.ofMapping(
                mapping.of(mapping.name() + ", " + name(file), named(table), chosen), table, false);
        return answered(answers).isPresent() ? layout : layout.asking(question(layout, header, rows, why));
    }

    /** A mapping whose files have most cells of this header, and some more: perhaps its source writes another header now. */
    private Optional<Mapping> similar(Table table) {
        Set<String> cells = table.header().stream().map(HeaderCell::normalised).collect(Collectors.toSet());
        return mappings.known().stream()
                .map(KnownMapping::mapping)
                .filter(mapping ->
                        mapping.refusal() == null && mapping.recognisedBy().size() >= LEAST_CELLS)
                .filter(mapping -> share(mapping, cells) >= MOST_CELLS)
                .max(Comparator.comparingDouble(mapping -> share(mapping, cells)));
    }

    private static double share(Mapping mapping, Set<String> cells) {
        long there = mapping.recognisedBy().stream()
                .filter(cell -> cells.contains(HeaderCell.normalised(cell)))
                .count();
        return there / (double) mapping.recognisedBy().size();
    }

    private static String lacking(Mapping mapping, Table table) {
        List<String> gone = mapping.recognisedBy().stream()
                .filter(cell -> table.places(cell).isEmpty())
                .map(UnknownHeader::quoted)
                .toList();
        return "The file looks like one of " + mapping.name() + ", but lacks " + String.join(" and ", gone) + ".";
    }

    private static Optional<Map<Column, CellSource>> answered(Answers answers) {
        String answer = answers.about(Subject.COLUMNS);
        try {
            return answer == null ? Optional.empty() : Optional.of(MappingYaml.columns(answer));
        } catch (MappingException e) {
            // an answer that an older version has kept
            return Optional.empty();
        }
    }

    private static List<List<String>> rows(HeadRecord header, List<HeadRecord> records) {
        return UnknownHeader.below(header, records).stream()
                .map(HeadRecord::cells)
                .filter(cells -> !cells.equals(header.cells()) && !isTotal(cells))
                .limit(MOST_ROWS)
                .toList();
    }

    /** A total has few cells, and one of them says so. */
    private static boolean isTotal(List<String> cells) {
        long filled = cells.stream().filter(cell -> !Text.isBlank(cell)).count();
        return filled * 2 <= cells.size() && cells.stream().anyMatch(TotalWords::isOne);
    }

    /** A row of a table has several cells. */
    private static boolean isRow(List<String> cells) {
        return cells.stream().filter(cell -> !Text.isBlank(cell)).count() >= LEAST_NAMES;
    }

    private static List<String> named(Table table) {
        return table.header().stream()
                .map(Text::strip)
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .toList();
    }

    private Map<Column, CellSource> guess(Table table, List<List<String>> rows) {
        Map<Column, CellSource> guess = new EnumMap<>(Column.class);
        guesses.of(table.header(), rows, Set.of())
                .forEach((cell, column) -> guess.put(column, AskedColumns.of(Text.strip(cell))));
        return AskedColumns.completed(guess);
    }

    private static Kind kind(Set<Column> columns) {
        if (columns.isEmpty() || columns.stream().anyMatch(OF_SALES::contains)) {
            return Kind.SALES;
        }
        return columns.stream().anyMatch(OF_PRODUCTS::contains) ? Kind.PRODUCTS : Kind.CUSTOMERS;
    }

    /** In files of customers and products, the name is called by another name of ours. */
    private static Map<Column, CellSource> ofKind(Kind kind, Map<Column, CellSource> columns) {
        Column nameOfSales = switch (kind) {
            case PRODUCTS -> Column.PRODUCT_NAME;
            case CUSTOMERS -> Column.CUSTOMER_NAME;
            default -> null;
        };
        CellSource name = nameOfSales == null ? null : columns.get(nameOfSales);
        if (name == null) {
            return columns;
        }
        Map<Column, CellSource> renamed = new EnumMap<>(columns);
        renamed.remove(nameOfSales);
        renamed.put(Column.NAME, name);
        return renamed;
    }

    /** The columns of orders, if a row that sells something leaves its date blank. */
    private static Set<Column> carriedDown(Table table, List<List<String>> rows, Map<Column, CellSource> columns) {
        boolean blank = rows.stream()
                .anyMatch(row -> isBlank(table, row, columns.get(Column.ORDER_DATE))
                        && !isBlank(table, row, columns.get(Column.PRODUCT_ID))
                        && !isBlank(table, row, columns.get(Column.QUANTITY)));
        Set<Column> carried = EnumSet.copyOf(OF_ORDERS);
        carried.retainAll(columns.keySet());
        return blank ? carried : Set.of();
    }

    private static boolean isBlank(Table table, List<String> row, @Nullable CellSource source) {
        return source != null
                && !source.cells().isEmpty()
                && source.cells().stream()
                        .flatMap(cell -> table.places(cell).stream())
                        .allMatch(place -> place >= row.size() || Text.isBlank(row.get(place)));
    }

    private static Question question(Layout layout, HeadRecord header, List<List<String>> rows, String why) {
        Map<Column, CellSource> columns = layout.mapping().columns();
        List<List<Column>> missing = layout.mapping().missing(columns.keySet());
        boolean money = columns.containsKey(Column.AMOUNT) || columns.containsKey(Column.PRICE);
        boolean guessedOnly = columns.values().stream().noneMatch(Constant.class::isInstance);
        boolean safe = missing.isEmpty() && guessedOnly && (money || layout.kind() != Kind.SALES);
        String answer = MappingYaml.columnsAsJson(columns);
        return new Question(
                Topic.of(Subject.COLUMNS),
                "Which column is what? " + why + " " + found(header, layout, columns, missing),
                evidence(layout.table(), header, rows),
                missing.isEmpty()
                        ? List.of(new Choice(answer, "As guessed: " + AskedColumns.words(columns)))
                        : List.of(),
                safe ? answer : null);
    }

    private static String found(
            HeadRecord header, Layout layout, Map<Column, CellSource> columns, List<List<Column>> missing) {
        String guess =
                columns.isEmpty() ? "No column looks like one of ours" : "Perhaps " + AskedColumns.words(columns);
        String lacks = missing.isEmpty() ? "" : "; nothing looks like " + Mapping.inWords(missing);
        String line = header.line() > 1 ? " The names of the columns are in line " + header.line() + "." : "";
        return guess + lacks + "." + line
                + (layout.mapping().carryDown().isEmpty() ? "" : " Blank cells mean: as in the row above.");
    }

    /** The first values of each column. */
    private static List<Evidence> evidence(Table table, HeadRecord header, List<List<String>> rows) {
        Map<Integer, List<Evidence>> byPlace = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            for (int place = 0; place < Math.min(table.header().size(), cells.size()); place++) {
                List<Evidence> values = byPlace.computeIfAbsent(place, absent -> new ArrayList<>());
                String value = Text.visible(Text.strip(cells.get(place)));
                if (values.size() < MOST_VALUES
                        && !value.isEmpty()
                        && !table.header().get(place).isBlank()) {
                    values.add(new Evidence(
                            header.line() + row + 1,
                            Text.visible(Text.strip(table.header().get(place))),
                            value.length() > LONGEST_NAME ? value.substring(0, LONGEST_NAME) + "…" : value));
                }
            }
        }
        List<Evidence> evidence = new ArrayList<>();
        byPlace.values().forEach(evidence::addAll);
        return Collections.unmodifiableList(evidence);
    }

    private static String name(Path file) {
        String name = Text.visible(file.getFileName().toString());
        int end = name.lastIndexOf('.');
        String stem = end > 0 ? name.substring(0, end) : name;
        return stem.length() > LONGEST_NAME ? stem.substring(0, LONGEST_NAME) : stem;
    }
}
