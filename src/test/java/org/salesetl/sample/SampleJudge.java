package org.salesetl.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bytes of the three files, and judges each row by the data contract. This class shares no code with the classes that write
 * or load the files.
 */
final class SampleJudge {

    private static final Set<String> NULL_WORDS = Set.of("NULL", "\\N", "NaN", "#N/A");
    private static final Pattern NUMBER = Pattern.compile("([+-]?)[$€£]?([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d*)?");
    private static final Pattern QUANTITY = Pattern.compile("[+-]?\\d+(?:\\.\\d{0,4}0*)?");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/](\\d{2})[-/](\\d{2})(?:[ T]\\d{2}:\\d{2}:\\d{2})?");
    private static final Pattern EMAIL = Pattern.compile("[^@]+@[^@]+");

    private final LocalDate today;
    private final Set<String> knownCustomers = new HashSet<>();
    private final Map<String, Row> knownProducts = new HashMap<>();

    SampleJudge(LocalDate today) {
        this.today = today;
    }

    /** The cells of a row by column. A missing cell is empty, and so is a column that the file does not have. */
    record Row(Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }

        BigDecimal number(String column) {
            return SampleJudge.number(get(column));
        }

        LocalDate date() {
            return SampleJudge.date(get("order_date"));
        }
    }

    /**
     * The verdict about one file.
     *
     * @param rows the number of rows that are not blank
     * @param blank the number of blank rows
     * @param good the rows that load
     * @param reasons the number of wrong rows, rejected or parked, by their first reason
     * @param repairs the number of rows that load after a repair, by the repaired column
     */
    record Verdict(int rows, int blank, List<Row> good, Map<String, Integer> reasons, Map<String, Integer> repairs) {
        int wrong() {
            return reasons.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The files must be judged in the order customers, products, sales. */
    Verdict judge(Path file) throws IOException {
        List<byte[]> records = records(withoutByteOrderMark(Files.readAllBytes(file)));
        List<String> header = cells(new String(records.get(0), StandardCharsets.UTF_8));
        List<Row> good = new ArrayList<>();
        Map<String, Integer> reasons = new TreeMap<>();
        Map<String, Integer> repairs = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        int blank = 0;
        for (byte[] bytes : records.subList(1, records.size())) {
            String text;
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                reasons.merge("bad_encoding", 1, Integer::sum);
                continue;
            }
            List<String> cells = cells(text);
            if (cells.stream().allMatch(String::isEmpty)) {
                blank++;
                continue;
            }
            String reason = reason(header, cells, seen);
            if (reason.isEmpty()) {
                Row row = named(header, cells);
                good.add(row);
                repairs(row).forEach(column -> repairs.merge(column, 1, Integer::sum));
            } else {
                reasons.merge(reason, 1, Integer::sum);
            }
        }
        return new Verdict(records.size() - 1 - blank, blank, good, reasons, repairs);
    }

    private String reason(List<String> header, List<String> cells, Set<String> seen) {
        if (cells.size() < header.size()
                || cells.subList(header.size(), cells.size()).stream().anyMatch(cell -> !cell.isEmpty())) {
            return "column_count";
        }
        if (cells.stream().anyMatch(cell -> cell.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n'))) {
            return "control_character";
        }
        Row row = named(header, cells);
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            if (cell.getValue().length() > (cell.getKey().endsWith("_id") ? 64 : 255)) {
                return "too_long";
            }
        }
        if (row.cells().entrySet().stream()
                .anyMatch(
                        cell -> cell.getKey().endsWith("_id") && cell.getValue().contains("E+"))) {
            return "damaged_id";
        }
        if (row.cells().containsValue("#VALUE!") || row.cells().containsValue("#REF!")) {
            return "formula_error";
        }
        if (header.contains("sale_id")) {
            return reasonOfSale(row, seen);
        }
        return header.contains("product_id") ? reasonOfProduct(row, seen) : reasonOfCustomer(row, seen);
    }

    private String reasonOfCustomer(Row row, Set<String> seen) {
        String id = row.get("customer_id");
        if (id.isEmpty()) {
            return "missing_customer_id";
        }
        if (!seen.add(id)) {
            return "duplicate_id";
        }
        knownCustomers.add(id);
        return "";
    }

    private String reasonOfProduct(Row row, Set<String> seen) {
        String id = row.get("product_id");
        if (id.isEmpty()) {
            return "missing_product_id";
        }
        if (notANumber(row.get("price")) || notANumber(row.get("cost_price"))) {
            return "bad_price";
        }
        if (row.get("price").contains("-") || row.get("cost_price").contains("-")) {
            return "negative_price";
        }
        if (!seen.add(id)) {
            return "duplicate_id";
        }
        knownProducts.put(id, row);
        return "";
    }

    private String reasonOfSale(Row row, Set<String> seen) {
        boolean again = !seen.add(row.get("sale_id"));
        for (String column : List.of("order_id", "customer_id", "product_id")) {
            if (row.get(column).isEmpty()) {
                return "missing_" + column;
            }
        }
        if (!QUANTITY.matcher(row.get("quantity")).matches()) {
            return "bad_quantity";
        }
        if (new BigDecimal(row.get("quantity")).signum() <= 0) {
            return "quantity_not_positive";
        }
        if (notANumber(row.get("price"))) {
            return "bad_price";
        }
        if (row.get("price").contains("-")) {
            return "negative_price";
        }
        LocalDate date;
        try {
            date = date(row.get("order_date"));
        } catch (DateTimeException e) {
            return "bad_date";
        }
        if (date.isBefore(LocalDate.of(1900, 1, 1)) || date.isAfter(today.plusDays(1))) {
            return "date_out_of_range";
        }
        if (again) {
            return "duplicate_id";
        }
        if (!knownCustomers.contains(row.get("customer_id"))) {
            return "unknown_customer";
        }
        Row product = knownProducts.get(row.get("product_id"));
        if (product == null) {
            return "unknown_product";
        }
        return product.get("price").isEmpty() && row.get("price").isEmpty() ? "missing_price" : "";
    }

    private static List<String> repairs(Row row) {
        List<String> repaired = new ArrayList<>();
        for (String column : List.of("name", "city", "category")) {
            if (row.cells().containsKey(column) && row.get(column).isEmpty()) {
                repaired.add(column);
            }
        }
        if (row.cells().containsKey("email") && !EMAIL.matcher(row.get("email")).matches()) {
            repaired.add("email");
        }
        for (String column : List.of("cost_price", "price")) {
            String value = row.get(column);
            if (!value.isEmpty() && number(value).stripTrailingZeros().scale() > 4) {
                repaired.add(column);
            }
        }
        return repaired;
    }

    private static boolean notANumber(String value) {
        return !value.isEmpty() && !NUMBER.matcher(value).matches();
    }

    private static BigDecimal number(String value) {
        Matcher matcher = NUMBER.matcher(value);
        if (!matcher.matches()) {
            throw new NumberFormatException(value);
        }
        return new BigDecimal(value.replaceAll("[$€£,]", ""));
    }

    private static LocalDate date(String value) {
        Matcher matcher = DATE.matcher(value);
        if (!matcher.matches()) {
            throw new DateTimeException(value);
        }
        return LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    private static Row named(List<String> header, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), NULL_WORDS.contains(cells.get(i)) ? "" : cells.get(i));
        }
        return new Row(row);
    }

    /** Splits the bytes at the line ends outside quotes. Commas, quotes and line ends are single bytes, also in damaged text. */
    private static byte[] withoutByteOrderMark(byte[] bytes) {
        boolean marked =
                bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static List<byte[]> records(byte[] bytes) {
        List<byte[]> records = new ArrayList<>();
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        boolean quoted = false;
        for (byte b : bytes) {
            quoted ^= b == '"';
            if (b == '\n' && !quoted) {
                records.add(record.toByteArray());
                record.reset();
            } else {
                record.write(b);
            }
        }
        if (quoted || record.size() > 0) {
            throw new IllegalArgumentException("Expected the file to end with a complete line, found " + record);
        }
        return records;
    }

    private static List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(stripped(cell));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(stripped(cell));
        return cells;
    }

    private static String stripped(CharSequence cell) {
        return cell.toString().replaceAll("^[\\s\\u00a0]+|[\\s\\u00a0]+$", "");
    }
}
