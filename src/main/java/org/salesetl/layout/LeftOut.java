package org.salesetl.layout;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.Labelled;

/**
 * Why a row is left out, because the row is no sale.
 *
 * @param why the kind of row
 * @param column the header cell of the column that tells; null if no single column does
 * @param value what stands there; null if no single cell tells
 */
public record LeftOut(
        Why why, @Nullable String column, @Nullable String value) implements Serializable {

    /** The kinds of rows that are no sale, or none any more. The message files have a sentence for each, under {@code left-out.} and its label. */
    public enum Why implements Labelled {
        STATUS,
        TOTAL_LINE,
        REPEATED_HEADER,
        TEMPLATE_ROW,
        HEADING,
        DRAWN_LINE,
        FOOTER,
        ORDER_SUMMARY,
        /** A later event corrects the row. */
        CORRECTED;
    }
}
