package org.salesetl.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.usermodel.HSSFDataFormat;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.RefusedFileException;

/** Reads a workbook of Excel 97 to 2003 ({@code .xls}), a record at a time: only its texts and formats are kept in memory. */
final class OldExcelWorkbook implements HSSFListener, Closeable {

    private static final String WORKBOOK = "Workbook";
    private static final String WORKBOOK_OF_EXCEL_5 = "Book";
    private static final String ENCRYPTED = "EncryptedPackage";
    private static final String HELP = "Open it in a spreadsheet, save it as .xlsx and drop that.";

    private final Sheets target;
    private final List<BoundSheetRecord> names = new ArrayList<>();
    private final Map<Integer, String> ownFormats = new HashMap<>();
    private final List<Short> formats = new ArrayList<>();
    private @Nullable SSTRecord texts;
    private boolean from1904;

    /** How many parts are open: the workbook or a sheet, and a chart in it, which has cells of its own. */
    private int depth;

    /** How many sheets have begun; negative before the part that is about the whole workbook. */
    private int begun = -1;

    private @Nullable SheetWriter writer;
    private int row;
    private List<String> cells = new ArrayList<>();

    /** The column of the formula whose text comes next; negative if none does. */
    private int columnOfText = -1;

    private OldExcelWorkbook(Sheets target) {
        this.target = target;
    }

    /**
     * Writes every sheet.
     *
     * @throws RefusedFileException if anything in the workbook is out of bounds or damaged, if it needs a password, or if this is
     *     another kind of old Office file
     */
    static void write(Path workbook, Sheets target) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem(workbook.toFile(), true);
                OldExcelWorkbook reader = new OldExcelWorkbook(target)) {
            requireWorkbook(file.getRoot());
            try (InputStream stream = file.createDocumentInputStream(WORKBOOK)) {
                HSSFRequest request = new HSSFRequest();
                request.addListenerForAllRecords(reader);
                new HSSFEventFactory().processEvents(request, new OldExcelRecords(stream));
            }
            if (reader.depth > 0 || reader.begun < reader.names.size()) {
                throw damaged();
            }
        } catch (RefusedFileException e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the library throws one of many for a file that no spreadsheet has written
            throw damaged();
        }
    }

    private static RefusedFileException damaged() {
        return RefusedFileException.damaged("workbook in the old Excel format (.xls)", HELP);
    }

    private static void requireWorkbook(DirectoryNode file) {
        if (file.hasEntryCaseInsensitive(ENCRYPTED)) {
            throw Workbooks.locked();
        } else if (file.hasEntryCaseInsensitive(WORKBOOK)) {
            return;
        } else if (file.hasEntryCaseInsensitive(WORKBOOK_OF_EXCEL_5)) {
            throw RefusedFileException.noTable("a workbook of Excel 95 or older", HELP);
        }
        throw RefusedFileException.noTable(
                "an old Office file without sheets, such as a document of Word or a mail of Outlook",
                "Export its table as CSV or Excel (.xlsx) and drop that.");
    }

    @Override
    public void processRecord(Record record) {
        try {
            read(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Record record) throws IOException {
        if (record instanceof BOFRecord) {
            beginPart();
        } else if (record instanceof EOFRecord) {
            endPart();
        } else if (record instanceof BoundSheetRecord name) {
            names.add(name);
        } else if (record instanceof DateWindow1904Record window) {
            from1904 = window.getWindowing() == 1;
        } else if (record instanceof FormatRecord format) {
            ownFormats.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord format) {
            formats.add(format.getFormatIndex());
        } else if (record instanceof SSTRecord shared) {
            texts = shared;
        } else if (record instanceof CellRecord cell && depth == 1) {
            String text = text(cell);
            columnOfText = text == null ? cell.getColumn() : -1;
            put(cell.getRow() + 1, cell.getColumn(), text == null ? "" : text);
        } else if (record instanceof LabelRecord label && depth == 1) {
            put(label.getRow() + 1, label.getColumn(), label.getValue());
        } else if (record instanceof StringRecord result && columnOfText >= 0) {
            put(row, columnOfText, result.getString());
            columnOfText = -1;
        }
    }

    private void beginPart() throws IOException {
        if (depth++ > 0) {
            return;
        }
        if (begun == 0) {
            names.sort((one, other) -> Integer.compareUnsigned(one.getPositionOfBof(), other.getPositionOfBof()));
        }
        if (begun >= 0) {
            writer = target.begin(begun < names.size() ? names.get(begun).getSheetname() : "Sheet " + (begun + 1));
        }
        begun++;
    }

    private void endPart() throws IOException {
        depth = Math.max(0, depth - 1);
        if (depth == 0) {
            close();
        }
    }

    private void put(int rowNumber, int column, String text) throws IOException {
        if (rowNumber != row) {
            writeRow();
            row = rowNumber;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private void writeRow() throws IOException {
        if (writer != null && !cells.isEmpty()) {
            writer.row(row, cells);
        }
        cells = new ArrayList<>();
    }

    /** The text of a cell; null if the next record has it. */
    private @Nullable String text(CellRecord cell) {
        if (cell instanceof NumberRecord number) {
            return number(cell, number.getValue());
        } else if (cell instanceof LabelSSTRecord label && texts != null) {
            return texts.getString(label.getSSTIndex()).getString();
        } else if (cell instanceof BoolErrRecord value) {
            return value.isBoolean() ? CellText.of(value.getBooleanValue()) : error(value.getErrorValue());
        } else if (cell instanceof FormulaRecord formula) {
            CellType type = formula.getCachedResultTypeEnum();
            return switch (type) {
                case NUMERIC -> number(cell, formula.getValue());
                case BOOLEAN -> CellText.of(formula.getCachedBooleanValue());
                case ERROR -> error(formula.getCachedErrorValue());
                default -> formula.hasCachedResultString() ? null : "";
            };
        }
        return "";
    }

    private String number(CellRecord cell, double value) {
        int index = cell.getXFIndex();
        return CellText.of(
                BigDecimal.valueOf(value), index < formats.size() ? format(formats.get(index)) : null, from1904);
    }

    private @Nullable String format(short index) {
        String own = ownFormats.get((int) index);
        return own != null || index < 0 || index >= HSSFDataFormat.getNumberOfBuiltinBuiltinFormats()
                ? own
                : HSSFDataFormat.getBuiltinFormat(index);
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#VALUE!";
    }

    /** Ends the sheet that is open. */
    @Override
    public void close() throws IOException {
        if (writer != null) {
            writeRow();
            writer.close();
        }
        writer = null;
        row = 0;
    }
}
