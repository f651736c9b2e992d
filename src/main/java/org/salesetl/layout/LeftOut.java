package org.salesetl.layout;

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
        Why why, @Nullable String column, @Nullable String value) {

    /** The kinds of rows that are no sale. */
    public enum Why implements Labelled {
        STATUS("By its status, the row is no sale"),
        TOTAL_LINE("The row is a total of other rows"),
        REPEATED_HEADER("The row is the header once more, or explains it"),
        TEMPLATE_ROW("The row is a prepared row that nobody has filled in"),
        HEADING("The row is a heading for the rows below it"),
        DRAWN_LINE("The row is a line that is drawn between other rows"),
        FOOTER("The row is a remark at the end of a report"),
        ORDER_SUMMARY("The row sums up an order whose items follow");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        /** The kind as a sentence that a sales person understands. */
        public String sentence() {
            return sentence;
        }
    }
}
