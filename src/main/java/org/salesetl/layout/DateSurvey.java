package org.salesetl.layout;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    private final LocalDate lastDay;
    private final Map<DateOrder, Reading> readings = new EnumMap<>(DateOrder.class);
    private @Nullable Sighting eitherFirst;
    private @Nullable Sighting sameBothWays;
    private @Nullable Sighting counted;

    /** @param lastDay the last day that a sale may have: no sale lies in the future */
    DateSurvey(LocalDate lastDay) {
        this.lastDay = lastDay;
        for (DateOrder order : List.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.SHORT_YEAR_FIRST)) {
            readings.put(order, new Reading());
        }
    }

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        // most dates begin with the year
        boolean yearFirst = to - from > YEAR_DIGITS
                && (bytes[from + YEAR_DIGITS] == '-' || bytes[from + YEAR_DIGITS] == '/')
                && bytes[from + 1] >= '0'
                && bytes[from + 2] >= '0';
        if (!yearFirst && readings.values().stream().anyMatch(Reading::isPossible)) {
            look(Sighting.of(line, bytes, from, to));
        }
    }

    private void look(Sighting sighting) {
        Map<DateOrder, LocalDate> days = new EnumMap<>(DateOrder.class);
        for (DateOrder order : readings.keySet()) {
            LocalDate day = read(sighting.cell(), order);
            if (day != null) {
                days.put(order, day);
            }
        }
        if (days.isEmpty()) {
            if (counted == null && CountedDays.parse(sighting.cell()) != null) {
                counted = sighting;
            }
            return;
        }
        // a date that is in the future whatever comes first tells nothing: its row will say so
        if (days.values().stream().anyMatch(day -> !day.isAfter(lastDay))) {
            days.values().removeIf(day -> day.isAfter(lastDay));
        }
        Set<LocalDate> different = new HashSet<>(days.values());
        readings.forEach((order, reading) -> reading.look(days.get(order), sighting));
        if (different.size() > 1) {
            eitherFirst = Sighting.first(eitherFirst, sighting);
        } else if (days.size() > 1 && Dates.parse(sighting.cell(), DateOrder.YEAR_FIRST) == null) {
            // a date that names its month means the same, whatever comes first in the others
            sameBothWays = Sighting.first(sameBothWays, sighting);
        }
    }

    /** The date that a cell is in an order; null if it is none. Only with dashes does a year of two digits come first. */
    static @Nullable LocalDate read(String cell, DateOrder order) {
        if (order != DateOrder.SHORT_YEAR_FIRST) {
            return Dates.parse(cell, order);
        }
        return Dates.mayBeginWithShortYear(cell) || Dates.parse(cell, DateOrder.YEAR_FIRST) != null
                ? Dates.parse(cell, order)
                : null;
    }

    /** The order of day and month; {@link DateOrder#UNDECIDED} if the dates do not tell, or contradict each other. */
    DateOrder order() {
        List<DateOrder> possible = possible();
        if (eitherFirst == null && sameBothWays == null && possible.size() == readings.size()) {
            return DateOrder.YEAR_FIRST;
        }
        if (possible.size() == 1) {
            return possible.get(0);
        }
        return eitherFirst == null && possible.contains(DateOrder.DAY_FIRST)
                ? DateOrder.DAY_FIRST
                : DateOrder.UNDECIDED;
    }

    private List<DateOrder> possible() {
        return readings.entrySet().stream()
                .filter(reading -> reading.getValue().isPossible())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What decided the order; null if nothing had to be decided. */
    @Nullable
    String evidence() {
        DateOrder order = order();
        if (order == DateOrder.YEAR_FIRST || order == DateOrder.UNDECIDED) {
            return null;
        }
        Sighting told = against(order == DateOrder.DAY_FIRST ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST);
        return told == null ? "day and month are the same in every date: " + sameBothWays : order.words() + ": " + told;
    }

    private @Nullable Sighting against(DateOrder order) {
        return reading(order).against;
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
        List<DateOrder> possible = possible();
        Sighting dayFirst = against(DateOrder.MONTH_FIRST);
        Sighting monthFirst = against(DateOrder.DAY_FIRST);
        boolean contradict = possible.isEmpty();
        String why = contradict
                ? dayFirst + ", where the day comes first, but " + monthFirst
                        + ", where the month does: a spreadsheet may have swapped some of them."
                : eitherFirst + ", and no other date tells more.";
        List<DateOrder> choices = contradict ? List.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST) : possible;
        String what = choices.contains(DateOrder.SHORT_YEAR_FIRST)
                ? "What comes first in the dates, the day, the month or the year?"
                : "Does the day or the month come first in the dates?";
        return new Question(
                Topic.of(Subject.DATES),
                what + " The column " + Text.visible(column) + ": " + why,
                Stream.of(contradict ? dayFirst : null, contradict ? monthFirst : null, eitherFirst)
                        .flatMap(Stream::ofNullable)
                        .map(sighting -> sighting.evidence(column))
                        .toList(),
                choices.stream()
                        .map(order -> new Choice(order.label(), label(order)))
                        .toList(),
                contradict ? null : suggestedOrder(possible));
    }

    private String label(DateOrder order) {
        String words = switch (order) {
            case DAY_FIRST -> "The day comes first";
            case MONTH_FIRST -> "The month comes first";
            default -> "The year comes first";
        };
        LocalDate example = eitherFirst == null ? null : Dates.parse(eitherFirst.cell(), order);
        return example == null || eitherFirst == null
                ? words
                : words + ": " + Text.visible(eitherFirst.cell()) + " is " + IN_WORDS.format(example);
    }

    /**
     * A file has the sales of one year or of a few, and its rows come in the order of their dates. If that is so in one reading only, that
     * reading is the likely one.
     */
    private @Nullable String suggestedOrder(List<DateOrder> possible) {
        int fewest = possible.stream()
                .mapToInt(order -> reading(order).years.size())
                .min()
                .orElse(0);
        List<DateOrder> likely = possible.stream()
                .filter(order -> reading(order).years.size() == fewest)
                .toList();
        if (likely.size() > 1) {
            likely = likely.stream().filter(order -> reading(order).isSteady()).toList();
        }
        return likely.size() == 1 ? likely.get(0).label() : null;
    }

    private Reading reading(DateOrder order) {
        return requireNonNull(readings.get(order), order::label);
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

    /** The dates of a column, read in one order. */
    private static final class Reading {

        private static final int LEAST_STEPS = 3;

        /** The first cell that is no date in this order, but is one in another. */
        private @Nullable Sighting against;

        private final Set<Integer> years = new HashSet<>();
        private @Nullable LocalDate last;
        private int up;
        private int down;

        void look(@Nullable LocalDate day, Sighting sighting) {
            if (day == null) {
                against = Sighting.first(against, sighting);
                return;
            }
            if (last != null && !day.equals(last)) {
                if (day.isAfter(last)) {
                    up++;
                } else {
                    down++;
                }
            }
            last = day;
            years.add(day.getYear());
        }

        boolean isPossible() {
            return against == null;
        }

        /** Whether the days only go up, or only go down. */
        boolean isSteady() {
            return Math.min(up, down) == 0 && up + down >= LEAST_STEPS;
        }
    }
}
