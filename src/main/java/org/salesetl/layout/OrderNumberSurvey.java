package org.salesetl.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.mapping.Column;
import org.salesetl.notation.Dates;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

/**
 * Asks whether the numbers of orders start again each day, as those of receipts do at many tills, in files of which nobody has written the
 * mapping. Taken for one order, the receipts of the next month would replace those of this one.
 */
final class OrderNumberSurvey {

    /** Numbers that start again each day do so soon. */
    private static final int MOST_ROWS = 50_000;

    /** A single number on two days may be an order that somebody has added to. */
    static final int LEAST_REPEATED = 2;

    private final Layout layout;
    private final RowReader reader;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private int rows;
    private @Nullable String last;
    private @Nullable Row first;

    private OrderNumberSurvey(Layout layout, Set<String> nullWords) {
        this.layout = layout;
        this.reader = new RowReader(layout, nullWords);
    }

    /** Whether the layout leaves open what an order is. */
    static boolean isNeeded(Layout layout) {
        return layout.kind() == Kind.SALES
                && !layout.rejects()
                && !layout.mapping().isOfOwnNames()
                && layout.has(Column.ORDER_ID)
                && layout.has(Column.ORDER_DATE)
                && !layout.has(Column.SALE_ID);
    }

    /**
     * The layout with the question, if numbers come again on other days.
     *
     * @param nullWords cells that mean "no value"
     */
    static Layout asked(Path file, Layout layout, Set<String> nullWords) throws IOException {
        OrderNumberSurvey survey = new OrderNumberSurvey(layout, nullWords);
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            while (chunks.hasNext() && survey.rows < MOST_ROWS) {
                survey.reader.read(chunks.next()).forEach(survey::look);
            }
        }
        return survey.first == null || survey.repeated.size() < LEAST_REPEATED
                ? layout
                : layout.asking(survey.question(survey.first));
    }

    private void look(Row row) {
        rows++;
        String order = row.cell(Column.ORDER_ID);
        String date = row.cell(Column.ORDER_DATE);
        // something may come back on another day than that of its order
        if (row.leftOut() != null
                || order == null
                || date == null
                || row.cell(Column.PRODUCT_ID) == null
                || ReturnSurvey.negative(row) != null) {
            return;
        }
        Seen now = new Seen(day(date), row.cell(Column.CUSTOMER_ID), row.cell(Column.PRODUCT_ID));
        Seen before = seen.put(order, now);
        // the lines of an order are neighbours
        if (before != null && !order.equals(last) && now.isOtherOrder(before) && repeated.add(order)) {
            first = first == null ? row : first;
        }
        last = order;
    }

    /** The day of a date; what stands before the first blank if nobody has said yet how dates are written. */
    private String day(String cell) {
        LocalDate date = Dates.parse(cell, layout.conventions().dates());
        return date == null ? cell.split("[ T]", 2)[0] : date.toString();
    }

    private Question question(Row row) {
        return question(
                layout,
                repeated.size() + " of them stand on several days; line " + row.line() + " has the first one.",
                row.line(),
                String.valueOf(row.cell(Column.ORDER_ID)),
                Acceptance.ACCEPT.label());
    }

    /**
     * The question.
     *
     * @param why why there is a question, as a sentence
     * @param line the line that raises it
     * @param number the number on that line
     * @param suggested the answer that is safe to suggest; null if none is
     */
    static Question question(Layout layout, String why, int line, String number, @Nullable String suggested) {
        String column = Text.visible(String.valueOf(layout.headerCell(Column.ORDER_ID)));
        return new Question(
                Topic.of(Subject.ORDERS),
                "Do the numbers in " + column + " start again each day? " + why,
                List.of(new Evidence(line, column, Text.visible(number))),
                List.of(
                        new Choice(
                                Acceptance.ACCEPT.label(),
                                "They start again: a number and its day together are one order. If files with these columns have"
                                        + " loaded before, reload the warehouse afterwards"),
                        new Choice(Acceptance.REJECT.label(), "They do not: each number is one order")),
                suggested);
    }

    /** A line of an order. */
    private record Seen(
            String day, @Nullable String customer, @Nullable String product) {

        /** Whether an earlier line with the same number is one of another order. A shop may send the products of an order on several days. */
        boolean isOtherOrder(Seen before) {
            boolean sameCustomer = customer != null && customer.equals(before.customer);
            return !day.equals(before.day) && !(sameCustomer && !Objects.equals(product, before.product));
        }
    }
}
