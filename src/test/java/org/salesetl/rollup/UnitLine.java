package org.salesetl.rollup;

/** Sales of whole units. */
final class UnitLine {

    private UnitLine() {}

    /** A sale of unknown cost, without a city, whose revenue is units times unit price, which is in ten-thousandths. */
    static SoldLine of(String orderId, int dateKey, int customerKey, int productKey, int units, long unitPrice) {
        return new SoldLine(
                orderId,
                dateKey,
                customerKey,
                productKey,
                units * 10_000L,
                unitPrice,
                Math.multiplyExact(units, unitPrice),
                SoldLine.NO_COST,
                SoldLine.NO_CITY);
    }
}
