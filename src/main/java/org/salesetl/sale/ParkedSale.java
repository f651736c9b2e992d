package org.salesetl.sale;

import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;
import org.salesetl.rule.Sale;

/**
 * A sale that waits for a customer, a product, a price or the rate of its currency.
 *
 * @param sale the sale
 * @param fileId the file that it came from
 */
record ParkedSale(Sale sale, int fileId) implements BulkRow {

    @Override
    public void writeTo(RowWriter row) {
        row.text(sale.saleId())
                .text(sale.orderId())
                .text(sale.customerId())
                .text(sale.productId())
                .text(sale.date().toString())
                .decimal(sale.quantity().units())
                .decimal(sale.unitPrice())
                .decimal(sale.amount())
                .decimal(sale.cost())
                .text(sale.city())
                .text(sale.currency())
                .number(fileId)
                .number(sale.line())
                .end();
    }
}
