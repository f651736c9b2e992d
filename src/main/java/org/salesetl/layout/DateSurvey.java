package org.salesetl.layout;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.notation.CountedDays;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.Dates;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Subject;

/** What the dates of a column tell of the order of day and month, and whether some of them are mere numbers. */
final class DateSurvey implements PlaceSurvey {

    /** The question whether a number of days or seconds is a date. */
    static final Topic COUNTED = new Topic(Subject.DATES, "counted");

    private static final int YEAR_DIGITS = 4;
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Ascent byDay = new Ascent();
    private final Ascent byMonth = new Ascent();
    private @Nullable Sighting dayFirst;
    private @Nullable Sighting monthFirst;
    private @Nullable Sighting eitherFirst;
    private @Nullable Sighting sameBothWays;
    private @Nullable Sighting counted;

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
        LocalDate ifDayFirst = Dates.parse(sighting.cell(), DateOrder.DAY_FIRST);
        LocalDate ifMonthFirst = Dates.parse(sighting.cell(), DateOrder.MONTH_FIRST);
        if (ifDayFirst == null && ifMonthFirst == null) {
            if (counted == null && CountedDays.parse(sighting.cell()) != null) {
                counted = sighting;
            }
            return;
        }
        if (ifMonthFirst == null) {
            dayFirst = Sighting.first(dayFirst, sighting);
        } else if (ifDayFirst == null) {
            monthFirst = Sighting.first(monthFirst, sighting);
        } else {
            byDay.add(ifDayFirst);
            byMonth.add(ifMonthFirst);
            if (!ifDayFirst.equals(ifMonthFirst)) {
                eitherFirst = Sighting.first(eitherFirst, sighting);
            } else if (Dates.parse(sighting.cell(), DateOrder.YEAR_FIRST) == null) {
                // a date that names its month means the same, whatever comes first in the others
                sameBothWays = Sighting.first(sameBothWays, sighting);
            }
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

    /**
     * What has to be asked about the dates.
     *
     * @param column the header's cell
     * @param decided whether the order of day and month is known otherwise
     */
    List<Question> questions(String column, boolean decided) {
        List<Question> questions = new ArrayList<>();
        if (!decided && order() == DateOrder.UNDECIDED) {
            questions.add(orderQuestion(column));
        }
        if (counted != null) {
            questions.add(countedQuestion(counted, column));
        }
        return questions;
    }

    private Question orderQuestion(String column) {
        boolean contradict = dayFirst != null && monthFirst != null;
        String why = contradict
                ? dayFirst + ", where the day comes first, but " + monthFirst
                        + ", where the month does: a spreadsheet may have swapped some of them."
                : eitherFirst + ", and no other date tells more.";
        return new Question(
                Topic.of(Subject.DATES),
                "Does the day or the month come first in the dates? The column " + Text.visible(column) + ": " + why,
                Stream.of(dayFirst, monthFirst, eitherFirst)
                        .flatMap(Stream::ofNullable)
                        .map(sighting -> sighting.evidence(column))
                        .toList(),
                Stream.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
                        .map(order -> new Choice(order.label(), label(order)))
                        .toList(),
                contradict ? null : suggestedOrder());
    }

    private String label(DateOrder order) {
        String words = order == DateOrder.DAY_FIRST ? "The day comes first" : "The month comes first";
        LocalDate example = eitherFirst == null ? null : Dates.parse(eitherFirst.cell(), order);
        return example == null || eitherFirst == null
                ? words
                : words + ": " + Text.visible(eitherFirst.cell()) + " is " + IN_WORDS.format(example);
    }

    /** Rows come in the order of their dates. If they do so in one reading only, that reading is the likely one. */
    private @Nullable String suggestedOrder() {
        if (byDay.isSteady() == byMonth.isSteady()) {
            return null;
        }
        return byDay.isSteady() ? DateOrder.DAY_FIRST.label() : DateOrder.MONTH_FIRST.label();
    }

    private static Question countedQuestion(Sighting sighting, String column) {
        LocalDate day = CountedDays.parse(sighting.cell());
        String meant = day == null ? "" : IN_WORDS.format(day);
        String words = sighting.cell().length() < "1000000000".length()
                ? "as a spreadsheet counts days"
                : "as computers count seconds since 1970";
        return new Question(
                COUNTED,
                "Are the numbers in the column " + Text.visible(column) + " dates? " + capital(sighting.toString())
                        + ", which is " + meant + ", " + words + ".",
                List.of(sighting.evidence(column)),
                List.of(
                        new Choice(
                                Acceptance.ACCEPT.label(),
                                "They are dates: " + Text.visible(sighting.cell()) + " is " + meant),
                        new Choice(Acceptance.REJECT.label(), "They are no dates: their rows do not load")),
                Acceptance.ACCEPT.label());
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Whether days only go up, or only go down. */
    private static final class Ascent {

        private static final int LEAST_STEPS = 3;

        private @Nullable LocalDate last;
        private int up;
        private int down;

        void add(LocalDate day) {
            if (last != null && !day.equals(last)) {
                if (day.isAfter(last)) {
                    up++;
                } else {
                    down++;
                }
            }
            last = day;
        }

        boolean isSteady() {
            return Math.min(up, down) == 0 && up + down >= LEAST_STEPS;
        }
    }
}
