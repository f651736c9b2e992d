package org.salesetl.sale;

import java.math.BigDecimal;
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
 * @param unitPrice the price in the sale, or else the product's price
 */
record KeyedSale(Sale sale, int fileId, int customerKey, int productKey, BigDecimal unitPrice) implements BulkRow {

    /** The sale as the rollups see it. */
    SoldLine soldLine() {
        return SoldLine.of(
                sale.orderId(),
                sale.dateKey(),
                customerKey,
                productKey,
                sale.quantity().units(),
                unitPrice,
                revenue());
    }

    /** The revenue of the sale: the file's total, or else quantity times unit price. */
    BigDecimal revenue() {
        BigDecimal amount = sale.amount();
        return amount != null ? amount : sale.quantity().times(unitPrice);
    }

    @Override
    public void writeTo(RowWriter row) {
        row.text(sale.saleId())
                .text(sale.orderId())
                .number(customerKey)
                .number(productKey)
                .number(sale.dateKey())
                .decimal(sale.quantity().units())
                .decimal(unitPrice)
                .decimal(revenue())
                .number(fileId)
                .number(sale.line())
                .end();
    }
}
