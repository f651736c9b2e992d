package org.salesetl.sale;

import org.salesetl.bulk.BulkRow;
import org.salesetl.bulk.RowWriter;

/** A city that sales of a wide file name. */
record DescribedCity(String city) implements BulkRow {

    @Override
    public void writeTo(RowWriter row) {
        row.text(city).end();
    }
}
