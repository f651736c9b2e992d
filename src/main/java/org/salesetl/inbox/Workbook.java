package org.salesetl.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.BoundedExpansion;
import org.salesetl.text.RefusedFileException;

/**
 * Writes the sheets of an Excel workbook as CSV, a row at a time: row 812 of the sheet is record 812 of the file. A date becomes
 * {@code 2025-01-31}, whatever its format in the sheet; a number has the fifteen digits that Excel calculates with.
 */
final class Workbook {

    private static final MathContext DIGITS_OF_EXCEL = new MathContext(15);

    /** No number of a spreadsheet has more digits before its decimals, or more zeros after the decimal point. */
    private static final int MOST_DIGITS = 400;

    private static final int LONGEST_NUMBER = 64;

    /** Spreadsheets allow no longer format. */
    private static final int LONGEST_FORMAT = 255;

    /** Fewer letters may mean minutes. */
    private static final int LEAST_MONTHS = 3;

    /** Excel has no dates from the year 10000 on. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private Workbook() {}

    /**
     * Writes every sheet that has a row into the folder, and returns the files in the order of the sheets.
     *
     * @param mostSheets how many sheets there may be
     * @throws RefusedFileException if there are more, or if anything in the workbook is out of bounds
     */
    static List<Path> write(Path workbook, Path folder, int mostSheets) throws IOException {
        WorkbookBounds.require(workbook);
        BoundedExpansion written = new BoundedExpansion(Files.size(workbook));
        PartNames names = new PartNames(workbook, mostSheets);
        List<Path> files = new ArrayList<>();
        try (ReadableWorkbook sheets = new ReadableWorkbook(workbook.toFile(), new ReadingOptions(true, false))) {
            for (Sheet sheet : sheets.getSheets().toList()) {
                Path file = folder.resolve(names.next(sheet.getName() + ".csv"));
                if (write(sheet, file, written)) {
                    files.add(file);
                } else {
                    Files.delete(file);
                }
            }
        } catch (ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // the reader throws these for a workbook that no spreadsheet has written
            throw RefusedFileException.damaged(e);
        }
        return files;
    }

    private static boolean write(Sheet sheet, Path file, BoundedExpansion written) throws IOException {
        int lines = 0;
        int width = 0;
        try (Writer writer =
                        new BufferedWriter(new OutputStreamWriter(written.into(Files.newOutputStream(file)), UTF_8));
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
                Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                for (; lines < row.getRowNum() - 1; lines++) {
                    printer.println();
                }
                // a row has no cells after its last filled one
                width = Math.max(width, Math.min(row.getCellCount(), WorkbookBounds.MOST_COLUMNS));
                printer.printRecord(cells(row, width));
                lines++;
            }
        }
        return lines > 0;
    }

    private static List<String> cells(Row row, int width) {
        List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
        for (int i = 0; i < width; i++) {
            Cell cell = i < row.getCellCount() ? row.getOptionalCell(i).orElse(null) : null;
            if (cell != null) {
                cells.set(i, text(cell));
            }
        }
        return cells;
    }

    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        boolean number = cell.getType() == CellType.NUMBER || (cell.getType() == CellType.FORMULA && isNumber(raw));
        if (!number) {
            return cell.getType() == CellType.STRING ? cell.getText() : raw;
        }
        BigDecimal value = new BigDecimal(raw);
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS) {
            // no spreadsheet has such a number; the rules for the row will reject it
            return raw;
        }
        boolean date = isDate(cell.getDataFormatString()) && value.signum() >= 0 && value.compareTo(LAST_DAY) < 0;
        return date ? date(value) : number(value);
    }

    private static boolean isNumber(String raw) {
        return raw.length() <= LONGEST_NUMBER && raw.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    /**
     * Whether this format shows a number as a date: it has a day, a year or the name of a month, outside quotes, brackets and
     * characters after a backslash.
     */
    static boolean isDate(@Nullable String format) {
        if (format == null || format.length() > LONGEST_FORMAT) {
            return false;
        }
        int months = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            int end = c == '"' ? format.indexOf('"', i + 1) : c == '[' ? format.indexOf(']', i + 1) : -1;
            if (end > 0) {
                i = end;
            } else if (c == '\\') {
                i++;
            } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') {
                return true;
            }
            months = c == 'm' || c == 'M' ? months + 1 : 0;
            if (months == LEAST_MONTHS) {
                return true;
            }
        }
        return false;
    }

    private static String number(BigDecimal value) {
        BigDecimal rounded = value.round(DIGITS_OF_EXCEL);
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
    }

    /**
     * The serial counts days since the last day of 1899. Excel believes that 1900 had a leap day, so the base is one day earlier
     * from March 1900 on.
     */
    private static String date(BigDecimal serial) {
        long days = serial.longValue();
        long seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime time = LocalDateTime.of(1899, 12, days < 60 ? 31 : 30, 0, 0)
                .plusDays(days)
                .plusSeconds(seconds);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toLocalDate() + " " + time.toLocalTime();
    }
}
