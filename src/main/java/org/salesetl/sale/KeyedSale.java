package org.salesetl.sale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.salesetl.bulk.BulkRow;
import org.salesetl.bulk.RowWriter;
import org.salesetl.rollup.SoldLine;

/**
 * A sale whose customer, product and price are known.
 *
 * @param sale the sale
 * @param fileId the file that it came from
 * @param customerKey surrogate key of the customer
 * @param productKey surrogate key of the product
 * @param price the price in the sale, in the sale's currency, or else the product's price
 * @param rate what one unit of the sale's currency is worth in that of the warehouse; null for a sale in the currency of the
 *     warehouse
 */
record KeyedSale(
        Sale sale,
        int fileId,
        int customerKey,
        int productKey,
        BigDecimal price,
        @Nullable BigDecimal rate) implements BulkRow {

    private static final int DECIMALS = 4;

    /** The sale as the rollups see it. */
    SoldLine soldLine() {
        return SoldLine.of(
                sale.orderId(),
                sale.dateKey(),
                customerKey,
                productKey,
                sale.quantity().units(),
                unitPrice(),
                revenue());
    }

    /** The price of one unit in the currency of the warehouse. */
    BigDecimal unitPrice() {
        return converted(price, rate);
    }

    /**
     * The revenue of the sale in the currency of the warehouse: the file's total, or else quantity times price, converted. So the
     * revenue of a converted sale is {@code original amount × rate}, and not quantity times unit price, which is rounded too.
     */
    BigDecimal revenue() {
        return converted(original(), rate);
    }

    /** The file's total, or else quantity times price, in the sale's currency. */
    BigDecimal original() {
        BigDecimal amount = sale.amount();
        return amount != null ? amount : sale.quantity().times(price);
    }

    /**
     * An amount in the currency of the warehouse: {@code amount × rate}, rounded half-up to four decimals. A return takes back what
     * the sale has brought.
     *
     * @param rate null for an amount in the currency of the warehouse, which stays as it is
     */
    static BigDecimal converted(BigDecimal amount, @Nullable BigDecimal rate) {
        return rate == null ? amount : amount.multiply(rate).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    @Override
    public void writeTo(RowWriter row) {
        writeValuesTo(row).end();
    }

    /** Writes the columns that every sale has. */
    RowWriter writeValuesTo(RowWriter row) {
        return row.text(sale.saleId())
                .text(sale.orderId())
                .number(customerKey)
                .number(productKey)
                .number(sale.dateKey())
                .decimal(sale.quantity().units())
                .decimal(unitPrice())
                .decimal(revenue())
                .number(fileId)
                .number(sale.line());
    }
}
