package org.salesetl.row;

/** A row that can write its values. */
public interface BulkRow {

    /** Writes the values, in the order of the columns of the statement that loads such rows. */
    void writeTo(RowWriter row);
}
