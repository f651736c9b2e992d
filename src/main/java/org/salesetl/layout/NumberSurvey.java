package org.salesetl.layout;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;

/** What the numbers of a column tell of the mark before decimals. */
final class NumberSurvey implements PlaceSurvey {

    private final boolean ofQuantities;
    private @Nullable Sighting point;
    private @Nullable Sighting comma;

    /** A number that both marks explain: {@code 1,500} is a thousand and a half, or one and a half. */
    private @Nullable Sighting either;

    /** @param ofQuantities whether a unit may stand behind the numbers */
    NumberSurvey(boolean ofQuantities) {
        this.ofQuantities = ofQuantities;
    }

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        boolean tells =
                (comma == null && contains(bytes, from, to, ',')) || (point == null && contains(bytes, from, to, '.'));
        if (tells) {
            look(Sighting.of(line, bytes, from, to));
        }
    }

    private void look(Sighting sighting) {
        boolean byPoint = isNumber(sighting, DecimalMark.POINT);
        boolean byComma = isNumber(sighting, DecimalMark.COMMA);
        if (byPoint && !byComma) {
            point = Sighting.first(point, sighting);
        } else if (byComma && !byPoint) {
            comma = Sighting.first(comma, sighting);
        } else if (byPoint) {
            either = Sighting.first(either, sighting);
        }
    }

    private boolean isNumber(Sighting sighting, DecimalMark mark) {
        BigDecimal number =
                ofQuantities ? Numbers.quantity(sighting.cell(), mark) : Numbers.parse(sighting.cell(), mark);
        return number != null;
    }

    private static boolean contains(byte[] bytes, int from, int to, char c) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == c) {
                return true;
            }
        }
        return false;
    }

    /**
     * The mark that the numbers of this column tell; null if they tell none. If the column has both, the cells with a comma are the
     * exceptions: each is rejected with its row, and told what was expected.
     */
    @Nullable
    DecimalMark mark() {
        if (point != null) {
            return DecimalMark.POINT;
        }
        return comma == null ? null : DecimalMark.COMMA;
    }

    /** A cell that tells the mark; null if none does. */
    @Nullable
    Sighting told() {
        return point == null ? comma : point;
    }

    /** A number that both marks explain, in a column that tells none; null if there is no doubt. */
    @Nullable
    Sighting doubt() {
        return mark() == null ? either : null;
    }
}
