package org.salesetl.sale;

import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;

/**
 * A sale with the columns that most files do not have: the city that the row names, and the original money where the file has other
 * currencies than that of the warehouse.
 */
record SaleInFull(KeyedSale sale) implements BulkRow {

    @Override
    public void writeTo(RowWriter row) {
        String currency = sale.sale().currency();
        sale.writeValuesTo(row)
                .text(sale.sale().city())
                .text(currency)
                .decimal(currency == null ? null : sale.original())
                .end();
    }
}
