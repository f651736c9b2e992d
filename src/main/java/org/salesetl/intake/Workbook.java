package org.salesetl.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Writes the sheets of an Excel workbook as CSV, a row at a time: row 812 of the sheet is record 812 of the file. Dates become
 * {@code 2025-01-31} whatever the sheet shows, numbers have the fifteen digits that Excel counts with.
 */
final class Workbook {

    private static final MathContext DIGITS_OF_EXCEL = new MathContext(15);
    private static final int MOST_COLUMNS = 16_384;
    private static final long MOST_SHARED_TEXT = 512L << 20;
    private static final String SHARED_TEXT = "xl/sharedStrings.xml";

    /** What a format has besides letters that stand for parts of a date. */
    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private static final Pattern DATE_FORMAT = Pattern.compile("[yYdD]|[mM]{3}");

    /** Excel knows no date from the year 10000 on. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private Workbook() {}

    /** Writes every sheet that has a row into the folder, and returns the files in the order of the sheets. */
    static List<Path> write(Path workbook, Path folder) throws IOException {
        requireProportion(workbook);
        List<Path> files = new ArrayList<>();
        try (ReadableWorkbook sheets = new ReadableWorkbook(workbook.toFile(), new ReadingOptions(true, false))) {
            for (Sheet sheet : sheets.getSheets().toList()) {
                Path file = folder.resolve(Containers.partName(workbook, 0, sheet.getName() + ".csv"));
                if (write(sheet, file)) {
                    files.add(file);
                } else {
                    Files.delete(file);
                }
            }
        }
        return files;
    }

    /** Text that cells share is held in memory by whoever reads a workbook. */
    private static void requireProportion(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            BoundedExpansion.requireProportion(
                    zip.stream().mapToLong(ZipEntry::getSize).sum(), Files.size(workbook));
            ZipEntry shared = zip.getEntry(SHARED_TEXT);
            if (shared != null && shared.getSize() > MOST_SHARED_TEXT) {
                throw new RefusedFileException("Expected a workbook with at most 512 MiB of text but found "
                        + (shared.getSize() >> 20) + " MiB. Save its sheets as CSV and drop those.");
            }
        }
    }

    private static boolean write(Sheet sheet, Path file) throws IOException {
        int written = 0;
        int width = 0;
        try (Writer writer = Files.newBufferedWriter(file, UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
                Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                for (; written < row.getRowNum() - 1; written++) {
                    printer.println();
                }
                // a sheet has no cells at the end of a row where nobody wrote anything
                width = Math.max(width, Math.min(row.getCellCount(), MOST_COLUMNS));
                printer.printRecord(cells(row, width));
                written++;
            }
        }
        return written > 0;
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
        boolean date = isDate(cell) && value.signum() >= 0 && value.compareTo(LAST_DAY) < 0;
        return date ? date(value) : number(value);
    }

    private static boolean isNumber(String raw) {
        return raw.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && DATE_FORMAT
                        .matcher(NOT_FORMAT.matcher(format).replaceAll(""))
                        .find();
    }

    private static String number(BigDecimal value) {
        BigDecimal rounded = value.round(DIGITS_OF_EXCEL);
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
    }

    /** Days since the last day of 1899; Excel believes that 1900 had a leap day, so before March of it there is one day less. */
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
