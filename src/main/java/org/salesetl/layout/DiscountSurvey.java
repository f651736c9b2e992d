package org.salesetl.layout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.mapping.Column;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

/** Whether discounts may be shares of the price: then all are below one, and {@code 0.15} means fifteen per cent. */
final class DiscountSurvey implements PlaceSurvey {

    /** The question whether discounts are money or shares. */
    static final Topic TOPIC = new Topic(Subject.NUMBERS, "discount");

    static final String SHARE = "share";
    private static final String MONEY = "money";

    private boolean possible = true;
    private @Nullable Sighting first;

    /** Whether the discounts of a file count: in other files the amount is the revenue, or somebody is asked which of them is. */
    static boolean isNeeded(Layout layout) {
        return layout.kind() == Kind.SALES
                && layout.has(Column.PRICE)
                && layout.has(Column.DISCOUNT)
                && !layout.has(Column.AMOUNT)
                && !layout.rejects();
    }

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        if (!possible || from == to) {
            return;
        }
        Sighting sighting = Sighting.of(line, bytes, from, to);
        BigDecimal discount = Numbers.byAnyMark(sighting.cell());
        if (discount == null || discount.signum() == 0) {
            return;
        }
        possible = discount.abs().compareTo(BigDecimal.ONE) < 0;
        first = Sighting.first(first, sighting);
    }

    /** The question; empty if the discounts are money without doubt. */
    Optional<Question> question(Layout layout) {
        if (!possible || first == null) {
            return Optional.empty();
        }
        String column = String.valueOf(layout.headerCell(Column.DISCOUNT));
        String value = Text.visible(first.cell());
        return Optional.of(new Question(
                TOPIC,
                "Is a discount such as " + value + " money, or a share of the price? All numbers in the column "
                        + Text.visible(column) + " are below 1; line " + first.line() + " has the first one.",
                List.of(first.evidence(column)),
                List.of(
                        new Choice(SHARE, "A share: " + value + " of the price is taken off"),
                        new Choice(MONEY, "Money: " + value + " is taken off")),
                null));
    }
}
