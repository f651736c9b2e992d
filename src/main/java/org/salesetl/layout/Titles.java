package org.salesetl.layout;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.LeftOut.Why;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Standing;
import org.salesetl.mapping.StatusRule;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;

/** What the title above the rows of a table says of them, until another title of which that is known. */
final class Titles implements Serializable {

    private final Layout layout;
    private final List<StatusRule> rules;
    private String title = "";
    private @Nullable Standing standing;

    Titles(Layout layout) {
        this.layout = layout;
        this.rules = layout.mapping().status().stream()
                .filter(StatusRule::isOfTitles)
                .toList();
    }

    /** Whether a mapping says what titles mean. */
    static boolean areKnown(Layout layout) {
        return !layout.rejects() && layout.mapping().status().stream().anyMatch(StatusRule::isOfTitles);
    }

    /** Whether the record is a title of which it is known what it says. Then it counts for the rows below it. */
    boolean take(List<String> cells) {
        String words = Title.of(cells);
        if (words != null) {
            for (StatusRule rule : rules) {
                Standing known = rule.standing(words);
                if (known != null) {
                    title = words;
                    standing = known;
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the rows below the title are returns. */
    boolean areReturns() {
        return standing == Standing.RETURN;
    }

    /** Why the rows below the title are no sales; null if the title does not say so. */
    @Nullable
    LeftOut leftOut() {
        return standing == Standing.NEITHER ? new LeftOut(Why.STATUS, StatusRule.TITLE, title) : null;
    }

    /**
     * The cells of a return with a minus before its quantity and its amount. The row may come back without its title, and must not add
     * then.
     */
    List<String> negated(List<String> cells) {
        List<String> negated = new ArrayList<>(cells);
        for (Column column : List.of(Column.QUANTITY, Column.AMOUNT)) {
            CellPlaces found = layout.columns().get(column);
            for (int place : found == null ? List.<Integer>of() : found.places()) {
                if (place < cells.size() && isPositive(Text.strip(cells.get(place)), column)) {
                    negated.set(place, "-" + Text.strip(cells.get(place)));
                }
            }
        }
        return negated;
    }

    private boolean isPositive(String cell, Column column) {
        BigDecimal number = Numbers.parse(cell, layout.conventions().decimals().of(column));
        return number != null && number.signum() > 0;
    }
}
