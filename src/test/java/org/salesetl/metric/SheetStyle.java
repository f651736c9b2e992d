package org.salesetl.metric;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** A way in which somebody's program writes a sheet. */
record SheetStyle(Charset charset, char delimiter, String lineEnd, DateTimeFormatter dates, String decimalMark) {

    private static final List<String> AMOUNTS = List.of("price", "cost_price");

    /** Writes the same sheet in this style. */
    void rewrite(Path utf8, Path target) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setRecordSeparator(lineEnd)
                .get();
        try (CSVParser sheet = CSVParser.parse(utf8, UTF_8, CSVFormat.DEFAULT);
                Writer writer = Files.newBufferedWriter(target, charset);
                CSVPrinter printer = new CSVPrinter(writer, format)) {
            List<String> header = List.of();
            for (CSVRecord record : sheet) {
                if (header.isEmpty()) {
                    header = record.toList();
                    printer.printRecord(header);
                } else {
                    for (int i = 0; i < record.size(); i++) {
                        printer.print(rewritten(header.get(i), record.get(i)));
                    }
                    printer.println();
                }
            }
        }
    }

    private String rewritten(String column, String cell) {
        if (column.equals("order_date")) {
            return LocalDate.parse(cell).format(dates);
        }
        return AMOUNTS.contains(column) ? cell.replace(".", decimalMark) : cell;
    }
}
