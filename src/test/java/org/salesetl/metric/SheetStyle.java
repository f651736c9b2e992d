package org.salesetl.metric;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The way in which a program writes a sheet.
 *
 * @param encoding a character set; {@code UTF-8+} and {@code UTF-16} begin with a byte-order mark
 * @param delimiter the character between cells
 * @param lineEnds the ends of the lines; the lines use them in turn
 * @param dates a pattern of {@link DateTimeFormatter}
 * @param decimalMark the decimal mark in amounts
 */
record SheetStyle(String encoding, String delimiter, List<String> lineEnds, String dates, String decimalMark) {

    private static final List<String> AMOUNTS = List.of("price", "cost_price");
    private static final String MARK = "\uFEFF";
    private static final int ENCODING = 0;
    private static final int DATES = 3;

    private static final List<List<?>> CHOICES = List.of(
            List.of("UTF-8", "UTF-8+", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"),
            List.of(",", ";", "\t", "|"),
            List.of(List.of("\n"), List.of("\r\n"), List.of("\r"), List.of("\n", "\r\n", "\r")),
            List.of(
                    "yyyy-MM-dd",
                    "yyyy/MM/dd",
                    "M/d/yyyy",
                    "MM-dd-yyyy",
                    "M.d.yyyy",
                    "d/M/yyyy",
                    "d-M-yyyy",
                    "dd.MM.yyyy",
                    "dd.MM.yyyy HH:mm"),
            List.of(".", ","));

    /**
     * Styles that contain every pair of two choices at least once. Only an encoding and a form of dates make no pair: nothing reads a date
     * before the encoding is gone.
     */
    static List<SheetStyle> everyPair() {
        List<int[]> all = combinations();
        Set<String> missing = new HashSet<>();
        all.forEach(style -> missing.addAll(pairs(style)));
        List<SheetStyle> chosen = new ArrayList<>();
        while (!missing.isEmpty()) {
            int[] best = all.stream()
                    .max(Comparator.comparingLong(style ->
                            pairs(style).stream().filter(missing::contains).count()))
                    .orElseThrow();
            pairs(best).forEach(missing::remove);
            chosen.add(of(best));
        }
        return chosen;
    }

    private static List<int[]> combinations() {
        List<int[]> all = List.of(new int[0]);
        for (List<?> choices : CHOICES) {
            all = all.stream()
                    .flatMap(begun -> IntStream.range(0, choices.size())
                            .mapToObj(choice -> IntStream.concat(IntStream.of(begun), IntStream.of(choice))
                                    .toArray()))
                    .toList();
        }
        return all;
    }

    private static List<String> pairs(int[] style) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < style.length; i++) {
            for (int j = 0; j < i; j++) {
                if (i != DATES || j != ENCODING) {
                    pairs.add(i + "=" + style[i] + " " + j + "=" + style[j]);
                }
            }
        }
        return pairs;
    }

    @SuppressWarnings("unchecked")
    private static SheetStyle of(int[] style) {
        return new SheetStyle(
                (String) CHOICES.get(0).get(style[0]),
                (String) CHOICES.get(1).get(style[1]),
                (List<String>) CHOICES.get(2).get(style[2]),
                (String) CHOICES.get(3).get(style[3]),
                (String) CHOICES.get(4).get(style[4]));
    }

    /** Writes the same sheet in this style. */
    void rewrite(Path utf8, Path target) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setRecordSeparator("")
                .get();
        DateTimeFormatter dateFormat = DateTimeFormatter.ofPattern(dates);
        boolean marked = encoding.equals("UTF-8+");
        try (CSVParser sheet = CSVParser.parse(utf8, UTF_8, CSVFormat.DEFAULT);
                Writer writer = Files.newBufferedWriter(target, marked ? UTF_8 : Charset.forName(encoding));
                CSVPrinter printer = new CSVPrinter(writer, format)) {
            writer.write(marked ? MARK : "");
            List<String> header = List.of();
            for (CSVRecord record : sheet) {
                header = header.isEmpty() ? record.toList() : header;
                for (int i = 0; i < record.size(); i++) {
                    printer.print(
                            record.getRecordNumber() == 1
                                    ? header.get(i)
                                    : rewritten(header.get(i), record.get(i), dateFormat));
                }
                printer.println();
                writer.write(lineEnds.get((int) (record.getRecordNumber() % lineEnds.size())));
            }
        }
    }

    private String rewritten(String column, String cell, DateTimeFormatter dateFormat) {
        if (column.equals("order_date")) {
            return LocalDate.parse(cell).atStartOfDay().format(dateFormat);
        }
        return AMOUNTS.contains(column) ? cell.replace(".", decimalMark) : cell;
    }
}
