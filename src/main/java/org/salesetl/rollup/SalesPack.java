package org.salesetl.rollup;

/**
 * The sales of one slice of a month.
 *
 * @param month as in 202501
 * @param slice 0 to 15
 * @param sales how many sales it holds; if 0, nothing needs to be kept
 * @param bytes the sales, as {@link PackScan} and {@link SalesChanges} read them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and the bytes go as they are into a column
public record SalesPack(int month, int slice, int sales, byte[] bytes) {}
