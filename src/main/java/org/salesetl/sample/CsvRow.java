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
 * <p>Each row has its own character set, as in real files with mixed character sets: one program writes the file, and rows that were
 * pasted from another program keep their bytes.
 *
 * @param kind the kind of the file, which names the columns
 * @param cells the cells before quoting; the header may have more or fewer columns
 * @param charset the character set in which the row is written
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

    /** The row with two cells instead of one, as if the cell had a comma and were not quoted. */
    CsvRow split(String column, String left, String right) {
        List<String> changed = new ArrayList<>(with(column, left).cells);
        changed.add(kind.columns().indexOf(column) + 1, right);
        return new CsvRow(kind, changed, charset);
    }

    /** The row with only the cells before this column. */
    CsvRow cutOffAt(String column) {
        return new CsvRow(kind, cells.subList(0, kind.columns().indexOf(column)), charset);
    }

    /** The row with empty cells beyond the columns of the header. */
    CsvRow withBlankCellsBehind(int count) {
        List<String> changed = new ArrayList<>(cells);
        changed.addAll(Collections.nCopies(count, ""));
        return new CsvRow(kind, changed, charset);
    }

    /** A row with separators and nothing else. */
    CsvRow blank() {
        return new CsvRow(kind, Collections.nCopies(kind.columns().size(), ""), charset);
    }

    /** A row without any characters. */
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
