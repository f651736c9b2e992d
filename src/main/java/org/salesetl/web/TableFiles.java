package org.salesetl.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.LocalDate;
import java.time.YearMonth;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.salesetl.outage.DiskRoom;
import org.salesetl.text.Formulas;
import org.salesetl.vocabulary.Quantity;
import org.salesetl.work.WorkFolder;
import org.springframework.stereotype.Component;

/**
 * Writes tables to temporary files, row by row, so that long tables need little memory. A file is complete before it is sent, so that a
 * failure does not send a part of a file. The methods return a stream that reads the file; the file is deleted when the stream is closed.
 */
@Component
class TableFiles {

    /** A sheet has at most 1,048,576 rows, and the first row has the names of the columns. */
    private static final int ROWS_OF_SHEET = 1_048_575;

    private static final int ROWS_IN_MEMORY = 1000;

    /** The formats of cells in workbooks: spreadsheets write them as people do in their country. */
    private static final String AMOUNT = "#,##0.00##";

    private static final String DAY = "yyyy-mm-dd";
    private static final String MONTH = "yyyy-mm";

    private final WorkFolder folder;
    private final Exports exports;
    private final DiskRoom room;

    TableFiles(WorkFolder folder, Exports exports, DiskRoom room) {
        this.exports = exports;
        this.room = room;
        this.folder = folder;
    }

    /** Writes a CSV file, in which a spreadsheet runs no cell as a formula. */
    InputStream csv(Table table) throws IOException {
        return file(out -> {
            CSVPrinter printer =
                    new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, UTF_8)), CSVFormat.RFC4180);
            printer.printRecord(table.columns());
            while (table.rows().hasNext()) {
                for (Object value : table.rows().next()) {
                    printer.print(cell(value));
                }
                printer.println();
            }
            printer.flush();
        });
    }

    /** Writes a workbook, with several sheets if there are too many rows for one. Cells with text are never formulas. */
    InputStream xlsx(Table table) throws IOException {
        return file(out -> {
            Workbook workbook = new Workbook(out, "Sales ETL Dashboard", null);
            int sheets = 0;
            do {
                sheets++;
                sheet(workbook.newWorksheet(table.title() + (sheets == 1 ? "" : " " + sheets)), table);
            } while (table.rows().hasNext());
            workbook.finish();
        });
    }

    private static void sheet(Worksheet sheet, Table table) throws IOException {
        sheet.freezePane(0, 1);
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.inlineString(0, column, table.columns().get(column));
            sheet.style(0, column).bold().set();
        }
        for (int line = 1; line <= ROWS_OF_SHEET && table.rows().hasNext(); line++) {
            int column = 0;
            for (Object value : table.rows().next()) {
                if (value instanceof BigDecimal amount) {
                    sheet.value(line, column, amount);
                    sheet.style(line, column).format(AMOUNT).set();
                } else if (value instanceof Number number) {
                    sheet.value(line, column, number);
                } else if (value instanceof LocalDate day) {
                    sheet.value(line, column, day);
                    sheet.style(line, column).format(DAY).set();
                } else if (value instanceof YearMonth month) {
                    sheet.value(line, column, month.atDay(1));
                    sheet.style(line, column).format(MONTH).set();
                } else if (value instanceof Quantity quantity) {
                    sheet.value(line, column, quantity.units());
                } else if (value != null) {
                    sheet.inlineString(line, column, value.toString());
                }
                column++;
            }
            if (line % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        return value == null ? "" : Formulas.disarm(value.toString());
    }

    private InputStream file(Content content) throws IOException {
        return exports.open(() -> written(content));
    }

    private InputStream written(Content content) throws IOException {
        FileChannel file = folder.openFile();
        try {
            content.write(new RoomLeavingStream(Channels.newOutputStream(file), room));
            file.position(0);
            return Channels.newInputStream(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Writes the content of a file. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
