package org.salesetl.sale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.salesetl.rollup.Grain;
import org.salesetl.rollup.SoldLine;
import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;
import org.salesetl.rule.Sale;
import org.salesetl.warehouse.DimensionKeys.ProductKey;

/**
 * A sale whose customer, product and price are known. Each number is worked out once, since a load needs it several times.
 *
 * @param sale the sale
 * @param fileId the file that it came from
 * @param customerKey surrogate key of the customer
 * @param productKey surrogate key of the product
 * @param cityKey the key of the city that the sale names; {@link SoldLine#NO_CITY} if it names none
 * @param original what all units brought, in the sale's currency: the file's total, or else quantity times price
 * @param unitPrice the price of one unit in the currency of the warehouse
 * @param revenue what all units brought in the currency of the warehouse: {@code original × rate}, and not quantity times unit price,
 *     which is rounded too
 * @param cost what all units have cost in the currency of the warehouse: by the file, or else by the product; null if nobody knows
 */
record KeyedSale(
        Sale sale,
        int fileId,
        int customerKey,
        int productKey,
        int cityKey,
        BigDecimal original,
        BigDecimal unitPrice,
        BigDecimal revenue,
        @Nullable BigDecimal cost)
        implements BulkRow {

    private static final int DECIMALS = 4;

    /**
     * A sale with the keys of its dimensions.
     *
     * @param price the price of one unit in the sale's currency
     * @param original what all units brought in the sale's currency
     * @param rate what one unit of the sale's currency is worth in that of the warehouse; null for a sale in the currency of the
     *     warehouse
     */
    static KeyedSale of(
            Sale sale,
            int fileId,
            int customerKey,
            ProductKey product,
            int cityKey,
            BigDecimal price,
            BigDecimal original,
            @Nullable BigDecimal rate) {
        return new KeyedSale(
                sale,
                fileId,
                customerKey,
                product.key(),
                cityKey,
                original,
                converted(price, rate),
                converted(original, rate),
                cost(sale, product.costPrice(), rate));
    }

    /** The cost that the file gives is in the sale's currency, and that of the product in the currency of the warehouse. */
    private static @Nullable BigDecimal cost(Sale sale, @Nullable BigDecimal costPrice, @Nullable BigDecimal rate) {
        BigDecimal cost = sale.cost();
        if (cost != null) {
            return converted(cost, rate);
        }
        return costPrice == null ? null : sale.quantity().times(costPrice);
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

    /** The date as the key of {@code dim_date}: 20250131. */
    private int dateKey() {
        return Grain.DAY.key(sale.date());
    }

    /** The sale as the rollups see it. */
    SoldLine soldLine() {
        return SoldLine.of(
                sale.orderId(),
                dateKey(),
                customerKey,
                productKey,
                sale.quantity().units(),
                unitPrice,
                revenue,
                cost,
                cityKey);
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
                .number(dateKey())
                .decimal(sale.quantity().units())
                .decimal(unitPrice)
                .decimal(revenue)
                .number(fileId)
                .number(sale.line())
                .decimal(cost);
    }
}
