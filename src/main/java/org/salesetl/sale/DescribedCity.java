package org.salesetl.sale;

import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;

/** A city that sales of a wide file name. */
record DescribedCity(String city) implements BulkRow {

    @Override
    public void writeTo(RowWriter row) {
        row.text(city).end();
    }
}
