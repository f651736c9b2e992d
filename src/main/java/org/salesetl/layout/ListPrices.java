package org.salesetl.layout;

import java.math.BigDecimal;
import java.util.BitSet;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.DiscountUnit;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;

/**
 * Looks for a column with prices before the discount. If a file has one, the discount is taken off its other prices already, and must not
 * be taken off once more.
 */
final class ListPrices {

    private final Layout layout;
    private final DecimalMark mark;
    private final BitSet places = new BitSet();
    private boolean seen;

    ListPrices(Layout layout) {
        this.layout = layout;
        this.mark = layout.conventions().decimals().of(Column.PRICE);
        places.set(0, layout.header().size());
        layout.columns().values().forEach(cells -> cells.places().forEach(places::clear));
    }

    /**
     * Looks at a row, with or without a discount: without one, both prices are the same.
     *
     * @param discount zero if the row has none
     */
    void look(Row row, BigDecimal price, BigDecimal discount) {
        seen |= discount.signum() != 0;
        BigDecimal before = price.abs().add(discount.abs());
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            BigDecimal number = place < row.cells().size()
                    ? Numbers.parse(Text.strip(row.cells().get(place)), mark)
                    : null;
            if (number == null || number.abs().compareTo(before) != 0) {
                places.clear(place);
            }
        }
    }

    /** Whether one column has the price before the discount in all rows. */
    boolean areThere() {
        return seen && !places.isEmpty();
    }

    /** The layout whose prices are those after the discount. */
    Layout withoutDiscount() {
        String listPrice = Text.visible(layout.header().get(places.nextSetBit(0)));
        return layout.on(layout.terms().with(DiscountUnit.NONE))
                .with(layout.conventions()
                        .knowing(listPrice + " has the prices before the discount, which counts once"));
    }
}
