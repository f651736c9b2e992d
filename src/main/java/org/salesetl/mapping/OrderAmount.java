package org.salesetl.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.Serializable;
import org.salesetl.vocabulary.Labelled;

/**
 * An amount that the first line of an order carries for the whole order.
 *
 * @param column the header cell
 * @param treatment what becomes of the amount
 */
public record OrderAmount(@JsonInclude(Include.ALWAYS) String column, Treatment treatment) implements Serializable {

    /** What becomes of an amount of a whole order. */
    public enum Treatment implements Labelled {
        /** The revenue does not change. The message about the file says so. */
        IGNORE,
        /** The amount is taken off the lines of the order, in proportion to their amounts and exact to the cent. */
        SPREAD
    }
}
