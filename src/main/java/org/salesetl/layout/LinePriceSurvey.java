package org.salesetl.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.salesetl.layout.Question.Choice;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.RevenueSource;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

/**
 * Asks whether the prices of a file are those of one unit, if there is no amount to compare them with and they grow with the quantity. The
 * first few thousand rows tell.
 */
final class LinePriceSurvey {

    private LinePriceSurvey() {}

    /**
     * The layout with the question, if the prices look like those of all units of a line.
     *
     * @param nullWords cells that mean "no value"
     */
    static Layout asked(Path file, Layout layout, Set<String> nullWords) throws IOException {
        if (layout.kind() != Kind.SALES
                || layout.rejects()
                || !layout.has(Column.PRICE)
                || !layout.has(Column.QUANTITY)
                || layout.has(Column.AMOUNT)) {
            return layout;
        }
        LinePrices prices = new LinePrices();
        RowReader reader = new RowReader(layout, nullWords);
        Row telling = null;
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            for (Row row : chunks.hasNext() ? reader.read(chunks.next()) : List.<Row>of()) {
                if (row.leftOut() == null) {
                    prices.look(row.cell(Column.PRODUCT_ID), row.number(Column.QUANTITY), row.number(Column.PRICE));
                    telling = telling == null && grow(prices, layout) ? row : telling;
                }
            }
        }
        return telling == null || !grow(prices, layout) ? layout : layout.asking(question(layout, telling));
    }

    /** Our own columns name the price of one unit. */
    private static boolean grow(LinePrices prices, Layout layout) {
        return layout.mapping().isOfOwnNames() ? prices.surelyGrowWithQuantity() : prices.growWithQuantity();
    }

    private static Question question(Layout layout, Row row) {
        String price = Text.visible(String.valueOf(layout.headerCell(Column.PRICE)));
        String product = Text.visible(String.valueOf(row.cell(Column.PRODUCT_ID)));
        return new Question(
                Topic.of(Subject.AMOUNT),
                "Is " + price
                        + " the price of one unit, or the amount of all units of a row? It grows with the quantity, for example"
                        + " in the rows of " + product + "; line " + row.line() + " is one of these.",
                List.of(evidence(row, Column.QUANTITY), evidence(row, Column.PRICE)),
                List.of(
                        new Choice(RevenueSource.AMOUNT.label(), price + " is the amount of all units of a row"),
                        new Choice(RevenueSource.PRICE.label(), price + " is the price of one unit")),
                RevenueSource.AMOUNT.label());
    }

    private static Evidence evidence(Row row, Column column) {
        return new Evidence(
                row.line(),
                Text.visible(String.valueOf(row.layout().headerCell(column))),
                Text.visible(String.valueOf(row.cell(column))));
    }
}
