package org.salesetl.layout;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.RevenueSource;
import org.salesetl.text.Chunk;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

/**
 * Compares the amounts of a file with price times quantity, less the discount. Where both differ by more than rounding explains,
 * somebody has to say which of them is the revenue.
 */
final class AmountSurvey {

    /** A price is rounded to two decimals, so each unit may bring half a cent. */
    private static final BigDecimal ROUNDING_OF_UNIT = new BigDecimal("0.005");

    private static final BigDecimal ROUNDING_OF_AMOUNT = new BigDecimal("0.01");

    private static final String TOTAL = "total";

    private final Layout layout;
    private final RowReader reader;
    private final DiscountNames discounts;
    private final ListPrices listPrices;
    private int compared;
    private int different;
    private int gross;
    private boolean discountOfOrder;
    private boolean lineAboveHadDiscount;
    private BigDecimal difference = BigDecimal.ZERO;
    private @Nullable Row first;
    private @Nullable BitSet shares;
    private int repeated;
    private int changed;
    private @Nullable String lastOrder;
    private @Nullable BigDecimal lastAmount;

    private AmountSurvey(Layout layout, DiscountNames discounts, Set<String> nullWords) {
        this.layout = layout;
        this.discounts = discounts;
        this.listPrices = new ListPrices(layout);
        this.reader = new RowReader(layout, nullWords);
    }

    /** Whether a file has what can be compared: amounts with prices, or a total that may be that of an order. */
    static boolean isNeeded(Layout layout) {
        return layout.kind() == Kind.SALES
                && !layout.rejects()
                && layout.has(Column.QUANTITY)
                && layout.has(Column.AMOUNT)
                && (layout.has(Column.PRICE) || isCalledTotal(layout));
    }

    /** In our own names, {@code total} may be the amount of a line or of a whole order. */
    private static boolean isCalledTotal(Layout layout) {
        String cell = layout.headerCell(Column.AMOUNT);
        return layout.mapping().isOfOwnNames()
                && cell != null
                && HeaderCell.normalised(cell).equals(TOTAL);
    }

    /**
     * The layout with the question which of the two is the revenue, if they are not the same in every row. A {@code total} that differs
     * is that of an order, and does not count.
     *
     * @param chunks the records below the header
     * @param discounts tells columns of discounts, which may explain a difference
     */
    static Layout compare(ChunkReader chunks, Layout layout, DiscountNames discounts, Set<String> nullWords) {
        AmountSurvey survey = new AmountSurvey(layout, discounts, nullWords);
        while (chunks.hasNext()) {
            survey.look(chunks.next());
        }
        if (isCalledTotal(layout)) {
            return survey.first != null || survey.repeated > survey.changed ? survey.withoutTotal() : layout;
        }
        if (survey.first == null || survey.isExplainedByShare()) {
            return layout;
        }
        return survey.listPrices.areThere() && survey.gross == survey.different
                ? survey.listPrices.withoutDiscount()
                : layout.asking(survey.question(survey.first));
    }

    private Layout withoutTotal() {
        return layout.without(Column.AMOUNT)
                .with(layout.conventions()
                        .knowing(cell(Column.AMOUNT) + " is taken for the total of an order, and does not count"));
    }

    private void look(Chunk chunk) {
        for (Row row : reader.read(chunk)) {
            if (row.leftOut() == null) {
                look(row);
            }
        }
    }

    private void look(Row row) {
        BigDecimal quantity = row.number(Column.QUANTITY);
        BigDecimal price = row.number(Column.PRICE);
        BigDecimal amount = row.number(Column.AMOUNT);
        lookForDiscountOfOrder(row);
        countRepetition(row.cell(Column.ORDER_ID), amount);
        if (quantity == null || price == null || amount == null) {
            return;
        }
        BigDecimal discount = row.number(Column.DISCOUNT);
        BigDecimal product = quantity.multiply(price).abs();
        BigDecimal net = discount == null
                ? product
                : product.subtract(
                        layout.terms().discounts().off(product, discount).abs());
        BigDecimal rounding = quantity.abs().multiply(ROUNDING_OF_UNIT).add(ROUNDING_OF_AMOUNT);
        compared++;
        listPrices.look(row, price, discount == null ? BigDecimal.ZERO : discount);
        if (net.subtract(amount.abs()).abs().compareTo(rounding) > 0) {
            different++;
            gross += product.subtract(amount.abs()).abs().compareTo(rounding) <= 0 ? 1 : 0;
            difference = difference.add(amount.abs().subtract(net));
            first = first == null ? row : first;
            lookForShare(row, quantity.multiply(price), amount, rounding);
        }
    }

    /** Holds the difference against all columns of discounts: one may have them in per cent. */
    private void lookForShare(Row row, BigDecimal product, BigDecimal amount, BigDecimal rounding) {
        if (shares == null) {
            shares = mayBeShares();
        }
        for (int place = shares.nextSetBit(0); place >= 0; place = shares.nextSetBit(place + 1)) {
            BigDecimal percent =
                    place < row.cells().size() ? Shares.percent(row.cells().get(place)) : null;
            if (percent == null
                    || percent.signum() == 0
                    || Shares.less(product, percent)
                                    .abs()
                                    .subtract(amount.abs())
                                    .abs()
                                    .compareTo(rounding)
                            > 0) {
                shares.clear(place);
            }
        }
    }

    /** The columns whose names say that discounts are in them, and that mean nothing else. */
    private BitSet mayBeShares() {
        BitSet places = new BitSet();
        for (int place = 0; place < layout.header().size(); place++) {
            places.set(place, discounts.isOne(layout.header().get(place)));
        }
        layout.columns().forEach((column, cells) -> {
            if (column != Column.DISCOUNT) {
                cells.places().forEach(places::clear);
            }
        });
        return places;
    }

    /** Whether one column has the discount of all rows that differ: then the amount is what has been paid, and nothing is to be asked. */
    private boolean isExplainedByShare() {
        return layout.isAmountFirst() && shares != null && !shares.isEmpty();
    }

    /** A discount that the further lines of its order leave blank is one of the whole order. */
    private void lookForDiscountOfOrder(Row row) {
        boolean same = lastOrder != null && lastOrder.equals(row.cell(Column.ORDER_ID));
        BigDecimal discount = row.number(Column.DISCOUNT);
        discountOfOrder |= same && lineAboveHadDiscount && row.cell(Column.DISCOUNT) == null;
        lineAboveHadDiscount = discount != null && discount.signum() != 0;
    }

    /** The lines of an order are neighbours. The total of the order stands in each of them. */
    private void countRepetition(@Nullable String order, @Nullable BigDecimal amount) {
        if (order != null && order.equals(lastOrder)) {
            if (amount == null || (lastAmount != null && amount.compareTo(lastAmount) == 0)) {
                repeated++;
            } else {
                changed++;
            }
        }
        lastOrder = order;
        lastAmount = amount;
    }

    private Question question(Row row) {
        String amount = cell(Column.AMOUNT);
        String price = cell(Column.PRICE);
        String discount = layout.has(Column.DISCOUNT) ? " less " + cell(Column.DISCOUNT) : "";
        return new Question(
                Topic.of(Subject.AMOUNT),
                "Which is the revenue: " + amount + ", or " + price + " times " + cell(Column.QUANTITY) + discount
                        + "? They differ in " + different + " of " + compared + (compared == 1 ? " row" : " rows")
                        + ", together by "
                        + difference.stripTrailingZeros().toPlainString() + "; line " + row.line()
                        + " is the first one.",
                List.of(evidence(row, Column.QUANTITY), evidence(row, Column.PRICE), evidence(row, Column.AMOUNT)),
                List.of(
                        new Choice(RevenueSource.AMOUNT.label(), "The amount in the column " + amount),
                        new Choice(
                                RevenueSource.PRICE.label(),
                                "Calculated: " + price + " times " + cell(Column.QUANTITY) + discount)),
                // an amount from which the discount has not been taken off is not what has been paid
                (gross == different && !discountOfOrder ? RevenueSource.PRICE : RevenueSource.AMOUNT).label());
    }

    private Evidence evidence(Row row, Column column) {
        return new Evidence(row.line(), cell(column), Text.visible(String.valueOf(row.cell(column))));
    }

    /** The header's cell; the value itself, if it is the same in every row. */
    private String cell(Column column) {
        String cell = layout.headerCell(column);
        CellPlaces cells = layout.columns().get(column);
        return Text.visible(String.valueOf(cell == null && cells != null ? cells.constant() : cell));
    }
}
