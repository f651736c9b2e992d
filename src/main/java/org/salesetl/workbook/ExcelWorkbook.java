package org.salesetl.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.RefusedFileException;

/**
 * Reads an Excel workbook ({@code .xlsx}). Hidden sheets, rows and columns are read as well: hiding changes what is shown and not
 * what is kept, and a filter hides rows too.
 */
final class ExcelWorkbook {

    private final ExcelBounds bounds;

    private ExcelWorkbook(ExcelBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Writes every sheet.
     *
     * @throws RefusedFileException if anything in the workbook is out of bounds or damaged
     */
    static void write(Path workbook, Sheets target) throws IOException {
        new ExcelWorkbook(ExcelBounds.require(workbook)).copy(workbook, target);
    }

    private void copy(Path workbook, Sheets target) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile(), new ReadingOptions(true, false))) {
            for (org.dhatim.fastexcel.reader.Sheet sheet : book.getSheets().toList()) {
                try (SheetWriter writer = target.begin(sheet.getName());
                        Stream<Row> rows = sheet.openStream()) {
                    for (Row row : (Iterable<Row>) rows::iterator) {
                        writer.row(row.getRowNum(), cells(row));
                    }
                }
            }
        } catch (ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException e) {
            // the reader throws these for a workbook that no spreadsheet has written
            throw RefusedFileException.damaged(
                    "Excel workbook", "Open it in Excel, save it again as .xlsx and drop that.");
        }
    }

    private List<String> cells(Row row) {
        int width = row.getCellCount();
        List<String> cells = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            cells.add(text(row.getOptionalCell(i).orElse(null)));
        }
        return cells;
    }

    private String text(@Nullable Cell cell) {
        String raw = cell == null ? null : cell.getRawValue();
        if (cell == null || (raw == null && cell.getFormula() == null)) {
            return "";
        } else if (cell.getValue() instanceof BigDecimal number) {
            return CellText.of(number, cell.getDataFormatString(), bounds.isFrom1904());
        } else if (cell.getValue() instanceof Boolean value) {
            return CellText.of(value);
        } else if (raw == null || raw.isEmpty()) {
            // no text at all can be a result too
            String formula = cell.getFormula();
            return formula != null && bounds.lacksResults() ? CellText.withoutResult(formula) : "";
        }
        return cell.getType() == CellType.STRING ? cell.getText() : raw;
    }
}
