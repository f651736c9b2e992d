package org.salesetl.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.mapping.Column;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Subject;

/** Asks whether {@code 1,500} is a thousand and a half or one and a half, in a file where no number tells. */
final class NumberDoubts {

    private NumberDoubts() {}

    /** The question; empty if some number of the file tells, or there is no doubt. */
    static Optional<Question> question(Map<Column, NumberSurvey> numbers, Layout layout) {
        boolean told = numbers.values().stream().anyMatch(survey -> survey.mark() != null);
        List<Doubt> doubts = new ArrayList<>();
        numbers.forEach((column, survey) -> {
            Sighting sighting = survey.doubt();
            if (sighting != null) {
                doubts.add(new Doubt(column, sighting, String.valueOf(layout.headerCell(column))));
            }
        });
        if (told || doubts.isEmpty()) {
            return Optional.empty();
        }
        doubts.sort(Comparator.comparing(doubt -> doubt.sighting.line()));
        Doubt first = doubts.get(0);
        return Optional.of(new Question(
                Topic.of(Subject.NUMBERS),
                "Does " + Text.visible(first.sighting.cell()) + " in the column " + Text.visible(first.cell)
                        + " mean " + first.value(DecimalMark.POINT) + " or " + first.value(DecimalMark.COMMA) + "? "
                        + "No number of the file tells whether a point or a comma stands before decimals.",
                doubts.stream().map(Doubt::evidence).toList(),
                List.of(first.choice(DecimalMark.POINT, "A point"), first.choice(DecimalMark.COMMA, "A comma")),
                suggested(doubts)));
    }

    /**
     * Three digits behind the only mark of each number are a group of thousands, since prices have two decimals. A quantity may well
     * have three: grams of a kilogram. So may a rate.
     */
    private static @Nullable String suggested(List<Doubt> doubts) {
        List<DecimalMark> ofThousands = doubts.stream()
                .filter(doubt -> doubt.column != Column.QUANTITY && doubt.column != Column.RATE)
                .map(Doubt::ofThousands)
                .distinct()
                .toList();
        return ofThousands.size() == 1 ? ofThousands.get(0).label() : null;
    }

    private record Doubt(Column column, Sighting sighting, String cell) {

        Evidence evidence() {
            return sighting.evidence(cell);
        }

        String value(DecimalMark mark) {
            BigDecimal value = Numbers.parse(sighting.cell(), mark);
            return value == null ? "nothing" : value.stripTrailingZeros().toPlainString();
        }

        /** The mark by which the number is the greater one of the two. */
        DecimalMark ofThousands() {
            BigDecimal byPoint = Numbers.parse(sighting.cell(), DecimalMark.POINT);
            BigDecimal byComma = Numbers.parse(sighting.cell(), DecimalMark.COMMA);
            return byPoint != null && byComma != null && byPoint.abs().compareTo(byComma.abs()) > 0
                    ? DecimalMark.POINT
                    : DecimalMark.COMMA;
        }

        Choice choice(DecimalMark mark, String words) {
            return new Choice(
                    mark.label(),
                    words + " stands before decimals: " + Text.visible(sighting.cell()) + " is " + value(mark));
        }
    }
}
