package org.salesetl.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One record of a sample file.
 *
 * <p>The character set belongs to the row because that is how mixed files come about: one system writes the file, and
 * rows that were pasted from another keep its bytes.
 *
 * @param kind names the cells
 * @param cells what is written, before quoting; not always as many as the header has columns
 * @param charset turns the row into bytes
 */
record CsvRow(SampleKind kind, List<String> cells, Charset charset) {

    CsvRow {
        cells = List.copyOf(cells);
    }

    static CsvRow of(SampleKind kind, String... cells) {
        return new CsvRow(kind, List.of(cells), UTF_8);
    }

    static CsvRow header(SampleKind kind) {
        return new CsvRow(kind, kind.columns(), UTF_8);
    }

    String get(String column) {
        return cells.get(kind.columns().indexOf(column));
    }

    CsvRow with(String column, String value) {
        List<String> changed = new ArrayList<>(cells);
        changed.set(kind.columns().indexOf(column), value);
        return new CsvRow(kind, changed, charset);
    }

    CsvRow without(String column) {
        return with(column, "");
    }

    /** The cell becomes two, as a comma does that should have been quoted. */
    CsvRow torn(String column, String left, String right) {
        List<String> changed = new ArrayList<>(with(column, left).cells);
        changed.add(kind.columns().indexOf(column) + 1, right);
        return new CsvRow(kind, changed, charset);
    }

    /** Only the cells before this column. */
    CsvRow cutOffAt(String column) {
        return new CsvRow(kind, cells.subList(0, kind.columns().indexOf(column)), charset);
    }

    /** More cells than the header has, all of them empty. */
    CsvRow withBlankCellsBehind(int count) {
        List<String> changed = new ArrayList<>(cells);
        changed.addAll(Collections.nCopies(count, ""));
        return new CsvRow(kind, changed, charset);
    }

    /** The separators alone. */
    CsvRow blank() {
        return new CsvRow(kind, Collections.nCopies(kind.columns().size(), ""), charset);
    }

    /** Not even separators. */
    CsvRow emptyLine() {
        return new CsvRow(kind, List.of(), charset);
    }

    CsvRow encodedAs(Charset other) {
        return new CsvRow(kind, cells, other);
    }

    /** The row as it stands in the file, with its line end. */
    byte[] toBytes() {
        String line = cells.stream().map(CsvRow::quoted).collect(Collectors.joining(",", "", "\n"));
        return line.getBytes(charset);
    }

    private static String quoted(String cell) {
        boolean needed = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
