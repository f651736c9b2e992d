package org.salesetl.mapping;

import org.salesetl.vocabulary.Labelled;

/** What a row of a file of sales is, as the row's status says. */
public enum Standing implements Labelled {
    /** Something was sold. */
    SALE,
    /** Something came back. */
    RETURN,
    /** Nothing was sold: the order was cancelled, or its payment was refused. */
    NEITHER
}
