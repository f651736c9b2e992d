package org.salesetl.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.notation.CountedDays;
import org.salesetl.notation.Dates;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Acceptance;

/**
 * The first orders of a file, for a comparison with the orders that are loaded. A file with the receipts of one day does not tell whether
 * their numbers start again the next day; the receipts of the day before do.
 *
 * @param orders no two of them have the same number
 */
public record FirstOrders(List<Order> orders) {

    /** There is nothing to compare. */
    public static final FirstOrders NONE = new FirstOrders(List.of());

    private static final int MOST_ROWS = 1000;

    /** The rules reject longer ids. */
    private static final int LONGEST_NUMBER = 64;

    private static final ObjectMapper JSON = new ObjectMapper();

    public FirstOrders {
        orders = List.copyOf(orders);
    }

    /**
     * An order.
     *
     * @param number the number as in the file
     * @param day the day of its first sale as year, month and day, such as 20250314
     * @param line the line of its first sale
     * @param product the product of its first sale
     * @param customer the customer; empty if the sale has none
     */
    public record Order(String number, int day, int line, String product, String customer) {}

    /**
     * Reads the first rows of a file.
     *
     * @param nullWords cells that mean "no value"
     */
    static FirstOrders of(Path file, Layout layout, Set<String> nullWords) throws IOException {
        Map<String, Order> orders = new HashMap<>();
        int rows = 0;
        try (ChunkReader chunks = ChunkReader.open(file, layout);
                RowReader reader = new RowReader(layout, nullWords)) {
            while (chunks.hasNext() && rows < MOST_ROWS) {
                for (Row row : reader.read(chunks.next())) {
                    Order order = rows++ < MOST_ROWS ? order(row) : null;
                    if (order != null) {
                        orders.putIfAbsent(order.number(), order);
                    }
                }
            }
        }
        return new FirstOrders(new ArrayList<>(orders.values()));
    }

    /** Something may come back on another day than that of its order. */
    private static @Nullable Order order(Row row) {
        String number = row.cell(Column.ORDER_ID);
        String date = row.cell(Column.ORDER_DATE);
        String product = row.cell(Column.PRODUCT_ID);
        if (row.leftOut() != null
                || number == null
                || number.length() > LONGEST_NUMBER
                || date == null
                || product == null
                || ReturnSurvey.negative(row) != null) {
            return null;
        }
        LocalDate written = Dates.parse(date, row.layout().conventions().dates());
        LocalDate day = written == null && row.layout().terms().countedDates() ? CountedDays.parse(date) : written;
        return day == null
                ? null
                : new Order(
                        number,
                        Integer.parseInt(day.format(DateTimeFormatter.BASIC_ISO_DATE)),
                        row.line(),
                        product,
                        String.valueOf(Objects.requireNonNullElse(row.cell(Column.CUSTOMER_ID), "")));
    }

    /** Whether there is nothing to compare. */
    public boolean isEmpty() {
        return orders.isEmpty();
    }

    /** The orders as a JSON array of arrays with number, day, line, product and customer, for {@code compare-first-orders.sql}. */
    public String json() {
        try {
            return JSON.writeValueAsString(orders.stream()
                    .map(order -> List.of(order.number(), order.day(), order.line(), order.product(), order.customer()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The layout of the file with the question whether numbers start again each day, if most of these orders that are known have no sale
     * on the same day. If all of them have a sale of the same product, somebody may have corrected the days: then nothing is suggested.
     *
     * @param compared the row of {@code compare-first-orders.sql}
     */
    public static Layout asked(Layout layout, SqlRow compared) {
        int known = compared.integer("known");
        int ofOtherDays = compared.integer("of_other_days");
        return ofOtherDays < OrderNumberSurvey.LEAST_REPEATED || 2 * ofOtherDays <= known
                ? layout
                : layout.asking(OrderNumberSurvey.question(
                        layout,
                        ofOtherDays + " of them are loaded with other days; line " + compared.integer("first_line")
                                + " has the first one.",
                        compared.integer("first_line"),
                        compared.text("first_number"),
                        compared.integer("of_same_product") == ofOtherDays ? null : Acceptance.ACCEPT.label()));
    }
}
