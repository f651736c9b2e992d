package org.salesetl.layout;

import jakarta.inject.Named;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.CellSource;
import org.salesetl.mapping.CellSource.FirstOf;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.MappingException;
import org.salesetl.mapping.MappingYaml;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

/** Asks what the columns of a file mean, and reads the file by the answer. Until there is one, the best guesses count. */
@Named
class AskedHeader {

    private static final int LEAST_NAMES = 2;
    private static final int MOST_ROWS = 40;
    private static final int LONGEST_NAME = 80;

    /** The columns that tell sales from customers and products. */
    private static final Set<Column> OF_SALES =
            EnumSet.of(Column.ORDER_ID, Column.SALE_ID, Column.ORDER_DATE, Column.QUANTITY, Column.AMOUNT);

    private static final Set<Column> OF_PRODUCTS =
            EnumSet.of(Column.PRODUCT_ID, Column.PRODUCT_NAME, Column.PRICE, Column.COST_PRICE, Column.CATEGORY);

    /** What further lines of an order leave blank. */
    private static final Set<Column> OF_ORDERS = EnumSet.of(
            Column.ORDER_ID,
            Column.ORDER_DATE,
            Column.CUSTOMER_ID,
            Column.CUSTOMER_NAME,
            Column.EMAIL,
            Column.CITY,
            Column.STATUS);

    private final Recognition recognition;
    private final ColumnGuesses guesses;
    private final SimilarMappings similarMappings;

    AskedHeader(Recognition recognition, ColumnGuesses guesses, SimilarMappings similarMappings) {
        this.similarMappings = similarMappings;
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
        HeadRecord header = likeliest(whole);
        List<HeadRecord> sample = sample(header, whole);
        List<List<String>> rows = cells(sample);
        if (UnknownHeader.isDamaged(header.cells())) {
            return Optional.empty();
        }
        if (HeaderLikeness.of(header.cells()) < LEAST_NAMES || rows.stream().noneMatch(AskedHeader::isRow)) {
            return Optional.empty();
        }
        Table table = table(header);
        Optional<Mapping> similar = similarMappings.of(table);
        if (similar.isPresent()) {
            String lacking = SimilarMappings.lacking(similar.get(), table);
            return Optional.of(of(file, table, similar.get(), lacking, header, sample, answers));
        }
        Map<String, ColumnGuess> likely = guess(table, rows);
        Map<Column, CellSource> guessed = columns(table, rows, likely);
        if (guessed.isEmpty() && !ColumnGuesses.haveDatesAndNumbers(rows)) {
            return Optional.empty();
        }
        Map<Column, CellSource> columns = answered(answers).orElse(guessed);
        Kind kind = kind(columns.keySet());
        boolean pivot = !columns.containsKey(Column.ORDER_DATE) && HeaderValues.arePeriods(header.cells());
        if (pivot || (kind != Kind.SALES && !HeaderValues.of(header.cells()).isEmpty())) {
            return Optional.empty();
        }
        Mapping mapping = Mapping.ofHeader(
                name(file), kind, named(table), ofKind(kind, columns), carriedDown(table, rows, columns));
        Layout layout = recognition.ofMapping(mapping, table, false);
        return Optional.of(
                answered(answers).isPresent()
                        ? layout
                        : layout.asking(
                                ColumnQuestion.of(layout, header, sample, "No mapping knows these columns.", likely)));
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
                sample(header, records),
                answers);
    }

    private Layout of(
            Path file,
            Table table,
            Mapping mapping,
            String why,
            HeadRecord header,
            List<HeadRecord> sample,
            Answers answers) {
        Set<Column> there =
                recognition.ofMapping(mapping, table, false).columns().keySet();
        List<List<String>> rows = cells(sample);
        Map<String, ColumnGuess> likely = guess(table, rows);
        Map<Column, CellSource> columns = new EnumMap<>(columns(table, rows, likely));
        List<String> known = mapping.columns().values().stream()
                .flatMap(source -> source.cells().stream())
                .toList();
        columns.entrySet()
                .removeIf(guess -> !mapping.columns().containsKey(guess.getKey())
                        && guess.getValue().cells().stream().anyMatch(known::contains));
        mapping.columns().forEach((column, source) -> {
            // what the mapping takes for the same in every row, the file may have in a column
            boolean fixed = source.cells().isEmpty() && columns.containsKey(column);
            if (there.contains(column) && !fixed) {
                columns.put(column, source);
                likely.values().removeIf(guess -> guess.column() == column);
                source.cells()
                        .forEach(cell -> likely.put(
                                HeaderCell.normalised(cell), new ColumnGuess(column, "as in " + mapping.name())));
            }
        });
        Map<Column, CellSource> chosen = answered(answers).orElse(columns);
        Layout layout = recognition.ofMapping(
                mapping.of(mapping.name() + ", " + name(file), named(table), chosen), table, false);
        return answered(answers).isPresent()
                ? layout
                : layout.asking(ColumnQuestion.of(layout, header, sample, why, likely));
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

    /** The header, perhaps over two lines: then more columns have a guess than by one line alone. */
    private HeadRecord likeliest(List<HeadRecord> records) {
        HeadRecord alone = UnknownHeader.likeliest(records);
        int at = records.indexOf(alone);
        HeadRecord best = alone;
        for (int upper = Math.max(0, at - 1); upper <= at && upper + 1 < records.size(); upper++) {
            Optional<HeadRecord> both = TwoLineHeader.of(records.get(upper), records.get(upper + 1));
            if (both.isPresent() && guessed(both.get(), records) > guessed(best, records)) {
                best = both.get();
            }
        }
        return best;
    }

    private int guessed(HeadRecord header, List<HeadRecord> records) {
        Table table = table(header);
        return guess(table, cells(sample(header, records))).size();
    }

    private static Table table(HeadRecord header) {
        return new Table(header.delimiter(), header.recordsBefore(), header.cells()).withDistinctNames();
    }

    /** Some records below the header that may be rows. */
    private static List<HeadRecord> sample(HeadRecord header, List<HeadRecord> records) {
        return UnknownHeader.below(header, records).stream()
                .filter(record -> !record.cells().equals(header.cells())
                        && !isTotal(record.cells())
                        && !DrawnLine.is(record.cells()))
                .limit(MOST_ROWS)
                .toList();
    }

    private static List<List<String>> cells(List<HeadRecord> records) {
        return records.stream().map(HeadRecord::cells).toList();
    }

    /** A total has few cells, and one of them says so. */
    private static boolean isTotal(List<String> cells) {
        return filled(cells) * 2 <= cells.size() && cells.stream().anyMatch(TotalWords::isOne);
    }

    /** A row of a table has several cells. */
    private static boolean isRow(List<String> cells) {
        return filled(cells) >= LEAST_NAMES;
    }

    private static List<String> named(Table table) {
        return table.header().stream()
                .map(Text::strip)
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .toList();
    }

    /** What each column may be, by its header cell, normalised. */
    private Map<String, ColumnGuess> guess(Table table, List<List<String>> rows) {
        Map<String, ColumnGuess> byCell = new HashMap<>();
        guesses.of(table.header(), dense(rows), Set.of())
                .forEach((cell, guess) -> byCell.put(HeaderCell.normalised(cell), guess));
        return byCell;
    }

    private Map<Column, CellSource> columns(Table table, List<List<String>> rows, Map<String, ColumnGuess> likely) {
        Map<Column, CellSource> columns = new EnumMap<>(Column.class);
        Map<Column, List<String>> cells = new EnumMap<>(Column.class);
        for (String cell : table.header()) {
            ColumnGuess guess = likely.get(HeaderCell.normalised(cell));
            if (guess != null) {
                cells.computeIfAbsent(guess.column(), absent -> new ArrayList<>())
                        .add(Text.strip(cell));
            }
        }
        cells.forEach((column, names) ->
                columns.put(column, AskedColumns.of(column, column == Column.ORDER_ID ? names : names.subList(0, 1))));
        Map<Column, CellSource> completed = AskedColumns.completed(columns);
        nameWhereBlank(table, rows, completed, Column.PRODUCT_ID, Column.PRODUCT_NAME);
        nameWhereBlank(table, rows, completed, Column.CUSTOMER_ID, Column.EMAIL);
        nameWhereBlank(table, rows, completed, Column.CUSTOMER_ID, Column.CUSTOMER_NAME);
        return completed;
    }

    /** Whether a cell of the names has one, and not that of a charge such as shipping, which is no product. */
    private boolean isGoods(Table table, List<String> row, CellSource names) {
        return names.cells().stream()
                .flatMap(cell -> table.places(cell).stream())
                .filter(place -> place < row.size() && !Text.isBlank(row.get(place)))
                .anyMatch(place -> !guesses.isOtherMoney(row.get(place)));
    }

    /** The rows without headings, remarks and totals between them, which fill few cells. */
    private static List<List<String>> dense(List<List<String>> rows) {
        long most = rows.stream().mapToLong(AskedHeader::filled).max().orElse(0);
        return rows.stream().filter(row -> filled(row) * 2 >= most).toList();
    }

    private static long filled(List<String> cells) {
        return cells.stream().filter(cell -> !Text.isBlank(cell)).count();
    }

    /** If some rows have a name and no id, the name stands in for the id in these rows. */
    private void nameWhereBlank(
            Table table, List<List<String>> rows, Map<Column, CellSource> columns, Column id, Column name) {
        CellSource ids = columns.get(id);
        CellSource names = columns.get(name);
        if (ids == null || names == null || ids.equals(names)) {
            return;
        }
        if (rows.stream().anyMatch(row -> isBlank(table, row, ids) && isGoods(table, row, names))) {
            columns.put(
                    id,
                    new FirstOf(Stream.concat(ids.cells().stream(), names.cells().stream())
                            .distinct()
                            .toList()));
        }
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

    private static String name(Path file) {
        String name = Text.visible(file.getFileName().toString());
        int end = name.lastIndexOf('.');
        String stem = end > 0 ? name.substring(0, end) : name;
        return stem.length() > LONGEST_NAME ? stem.substring(0, LONGEST_NAME) : stem;
    }
}
