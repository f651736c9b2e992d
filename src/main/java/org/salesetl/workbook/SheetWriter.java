package org.salesetl.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;

/**
 * Writes one sheet as CSV, a row at a time. A row is as wide as the widest before it: below a header, it has a cell for every
 * column.
 */
final class SheetWriter implements Closeable {

    private final CSVPrinter printer;
    private int lines;
    private int width;

    SheetWriter(Writer target) throws IOException {
        printer = new CSVPrinter(target, CSVFormat.RFC4180);
    }

    /**
     * Writes a row. Rows without values need not be written.
     *
     * @param number the row's number in the sheet, from 1; larger than that of every row before
     * @param cells the text of its cells, from the first column on
     */
    void row(int number, List<String> cells) throws IOException {
        int filled = filled(cells);
        if (filled == 0) {
            return;
        }
        Limits.requireAtMost(Limits.MOST_ROWS, number, "rows in a sheet");
        Limits.requireAtMost(Limits.MOST_COLUMNS, filled, "columns in a sheet");
        if (number <= lines) {
            throw new RefusedFileException(
                    "Expected the rows of a sheet in their order, as spreadsheets write them, but found" + " row "
                            + number + " below row " + lines
                            + ". Open the file in a spreadsheet, save it as .xlsx and drop that.");
        }
        for (; lines < number - 1; lines++) {
            printer.println();
        }
        width = Math.max(width, filled);
        List<String> row = new ArrayList<>(Collections.nCopies(width, ""));
        for (int i = 0; i < filled; i++) {
            row.set(i, cells.get(i));
        }
        printer.printRecord(row);
        lines++;
    }

    /** How many columns the sheet has so far. */
    int width() {
        return width;
    }

    /** How many cells there are up to the last one with a value. */
    private static int filled(List<String> cells) {
        int filled = cells.size();
        while (filled > 0 && Text.isBlank(cells.get(filled - 1))) {
            filled--;
        }
        return filled;
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
