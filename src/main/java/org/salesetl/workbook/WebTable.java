package org.salesetl.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A table of a web page that is being read. A cell that spans several columns or rows has its value in the first of them, as in a
 * workbook: repeating the total of an order on each of its lines would multiply the total.
 */
final class WebTable implements Closeable {

    private final SheetWriter writer;

    /** For each column, how many of the next rows a cell above covers. */
    private final List<Integer> covered = new ArrayList<>();

    private int rows;

    WebTable(SheetWriter writer) {
        this.writer = writer;
    }

    /** Writes a row. */
    void row(Element row) throws IOException {
        List<String> cells = new ArrayList<>();
        for (Element cell : row.children()) {
            if (cell.nameIs("td") || cell.nameIs("th")) {
                skipCovered(cells);
                int below = span(cell, "rowspan", Limits.MOST_ROWS) - 1;
                int columns = span(cell, "colspan", Limits.MOST_COLUMNS + 1);
                for (int i = 0; i < columns; i++) {
                    Limits.requireAtMost(Limits.MOST_COLUMNS, cells.size() + 1L, "columns in a sheet");
                    cover(cells.size(), below);
                    cells.add(i == 0 ? cell.text() : "");
                }
            }
        }
        skipCovered(cells);
        for (int i = cells.size(); i < covered.size(); i++) {
            cover(i, Math.max(0, covered.get(i) - 1));
        }
        writer.row(++rows, cells);
    }

    /** Adds a blank cell for each column that a cell above covers, up to the next column that none covers. */
    private void skipCovered(List<String> cells) {
        while (cells.size() < covered.size() && covered.get(cells.size()) > 0) {
            cover(cells.size(), covered.get(cells.size()) - 1);
            cells.add("");
        }
    }

    private void cover(int column, int below) {
        while (covered.size() <= column) {
            covered.add(0);
        }
        covered.set(column, below);
    }

    private static int span(Element cell, String attribute, int most) {
        String digits = cell.attr(attribute).strip();
        return digits.matches("\\d{1,9}") ? Math.min(Math.max(1, Integer.parseInt(digits)), most) : 1;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
