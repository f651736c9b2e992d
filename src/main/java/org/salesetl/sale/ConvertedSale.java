package org.salesetl.sale;

import org.salesetl.bulk.BulkRow;
import org.salesetl.bulk.RowWriter;

/**
 * A sale in a file with other currencies than that of the warehouse, with its original money. Nearly all files have one currency, and
 * write none.
 */
record ConvertedSale(KeyedSale sale) implements BulkRow {

    @Override
    public void writeTo(RowWriter row) {
        String currency = sale.sale().currency();
        sale.writeValuesTo(row)
                .text(currency)
                .decimal(currency == null ? null : sale.original())
                .end();
    }
}
