package org.salesetl.mapping;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the values in a column of statuses mean. Values match as header cells do. A blank cell says nothing.
 *
 * @param column the header cell; empty for the column without a name; {@link #TITLE} for the title above the rows
 * @param sales the values of rows that are sales
 * @param returns the values of rows that are returns
 * @param neither the values of rows that are no sale
 * @param others what every other value means; null if somebody has to say what it means
 */
public record StatusRule(
        @JsonInclude(Include.ALWAYS) String column,
        List<String> sales,
        List<String> returns,
        List<String> neither,
        @Nullable Standing others)
        implements Serializable {

    /** In place of a header cell: the only cell of a record above some rows, as in a report with a second table "Refunds". */
    public static final String TITLE = "title above the rows";

    public StatusRule {
        sales = List.copyOf(sales);
        returns = List.copyOf(returns);
        neither = List.copyOf(neither);
    }

    /** Whether the rule is about the titles above rows, and not about a column. */
    @JsonIgnore
    public boolean isOfTitles() {
        return HeaderCell.normalised(column).equals(HeaderCell.normalised(TITLE));
    }

    /** What a value means; null if somebody has to say what it means. */
    public @Nullable Standing standing(String value) {
        if (isIn(neither, value)) {
            return Standing.NEITHER;
        }
        if (isIn(returns, value)) {
            return Standing.RETURN;
        }
        return isIn(sales, value) ? Standing.SALE : others;
    }

    /** The same rule, where these values mean this, whatever they meant. */
    StatusRule with(List<String> values, Standing standing) {
        return new StatusRule(
                column,
                changed(sales, values, standing == Standing.SALE),
                changed(returns, values, standing == Standing.RETURN),
                changed(neither, values, standing == Standing.NEITHER),
                others);
    }

    private static List<String> changed(List<String> before, List<String> values, boolean adds) {
        return Stream.concat(
                        before.stream().filter(value -> !isIn(values, value)), adds ? values.stream() : Stream.empty())
                .toList();
    }

    private static boolean isIn(List<String> values, String value) {
        String normalised = HeaderCell.normalised(value);
        return values.stream().anyMatch(known -> HeaderCell.normalised(known).equals(normalised));
    }
}
