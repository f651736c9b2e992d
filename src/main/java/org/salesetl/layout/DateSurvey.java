package org.salesetl.layout;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.Dates;

/** What the dates of a column tell of the order of day and month. */
final class DateSurvey implements PlaceSurvey {

    private static final int YEAR_DIGITS = 4;

    private @Nullable Sighting dayFirst;
    private @Nullable Sighting monthFirst;
    private @Nullable Sighting eitherFirst;
    private @Nullable Sighting sameBothWays;

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        // most dates begin with the year
        boolean yearFirst = to - from > YEAR_DIGITS
                && (bytes[from + YEAR_DIGITS] == '-' || bytes[from + YEAR_DIGITS] == '/')
                && bytes[from + 1] >= '0'
                && bytes[from + 2] >= '0';
        if (!yearFirst && (dayFirst == null || monthFirst == null)) {
            look(Sighting.of(line, bytes, from, to));
        }
    }

    private void look(Sighting sighting) {
        LocalDate byDay = Dates.parse(sighting.cell(), DateOrder.DAY_FIRST);
        LocalDate byMonth = Dates.parse(sighting.cell(), DateOrder.MONTH_FIRST);
        if (byDay == null && byMonth == null) {
            return;
        }
        if (byMonth == null) {
            dayFirst = Sighting.first(dayFirst, sighting);
        } else if (byDay == null) {
            monthFirst = Sighting.first(monthFirst, sighting);
        } else if (byDay.equals(byMonth)) {
            // a date that names its month means the same, whatever comes first in the others
            if (Dates.parse(sighting.cell(), DateOrder.YEAR_FIRST) == null) {
                sameBothWays = Sighting.first(sameBothWays, sighting);
            }
        } else {
            eitherFirst = Sighting.first(eitherFirst, sighting);
        }
    }

    /** The order of day and month; {@link DateOrder#UNDECIDED} if the dates do not tell, or contradict each other. */
    DateOrder order() {
        if (dayFirst != null && monthFirst != null) {
            return DateOrder.UNDECIDED;
        }
        if (dayFirst != null) {
            return DateOrder.DAY_FIRST;
        }
        if (monthFirst != null) {
            return DateOrder.MONTH_FIRST;
        }
        if (eitherFirst != null) {
            return DateOrder.UNDECIDED;
        }
        return sameBothWays == null ? DateOrder.YEAR_FIRST : DateOrder.DAY_FIRST;
    }

    /** What decided the order; null if nothing had to be decided. */
    @Nullable
    String evidence() {
        if (dayFirst != null) {
            return "day first: " + dayFirst;
        }
        if (monthFirst != null) {
            return "month first: " + monthFirst;
        }
        return sameBothWays == null ? null : "day and month are the same in every date: " + sameBothWays;
    }

    /** Why the order is undecided. */
    String question() {
        return dayFirst != null && monthFirst != null
                ? dayFirst + ", where the day comes first, but " + monthFirst + ", where the month does"
                : eitherFirst + ", and no other date tells more";
    }
}
