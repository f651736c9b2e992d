package org.salesetl.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderWords;
import org.salesetl.mapping.StatusWords;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.DecimalMark;
import org.salesetl.text.Chunk;
import org.salesetl.text.Encoding;

/**
 * Looks at every date and number of a file to find out how they are written. A cell that can be read in only one way decides for its
 * column: {@code 31/05/2024} says that the day comes first, {@code 12,50} says that a comma stands before decimals. A column of
 * numbers that tells nothing follows the others of the file.
 *
 * <p>Works on the bytes of the records, since nearly all cells tell nothing and need not become text.
 */
final class CellSurvey {

    private static final Set<Column> NUMBERS = Set.of(
            Column.PRICE,
            Column.COST_PRICE,
            Column.AMOUNT,
            Column.DISCOUNT,
            Column.QUANTITY,
            Column.COST,
            Column.UNIT_COST,
            Column.PROFIT,
            Column.MARGIN,
            Column.RATE);

    private final byte delimiter;

    /** What looks at each cell of a record, by its place; the cells after the last date or number are left out. */
    private final @Nullable PlaceSurvey[] places;

    private final DateSurvey dates;
    private final RepeatedIdSurvey saleIds = new RepeatedIdSurvey();
    private final CurrencySurvey currencies = new CurrencySurvey();
    private final DiscountSurvey discounts = new DiscountSurvey();
    private final Map<Column, NumberSurvey> numbers = new EnumMap<>(Column.class);

    private final List<StatusSurvey> statuses = new ArrayList<>();
    private final List<IgnoredMoney> ignored = new ArrayList<>();
    private final @Nullable TitleSurvey titles;
    private final SignSurvey signs;

    private CellSurvey(Layout layout, boolean written, HeaderWords headerWords, LocalDate lastDay, SignSurvey signs) {
        this.signs = signs;
        this.dates = new DateSurvey(lastDay);
        this.titles = TitleSurvey.isNeeded(layout) ? new TitleSurvey(layout) : null;
        this.delimiter = (byte) layout.delimiter();
        @Nullable PlaceSurvey[] surveys = new PlaceSurvey[layout.header().size()];
        layout.columns().forEach((column, cells) -> {
            PlaceSurvey survey = survey(column, layout);
            if (survey != null) {
                cells.places().forEach(place -> surveys[place] = survey);
            }
        });
        StatusColumns.of(layout, written, headerWords).forEach((place, survey) -> {
            if (surveys[place] == null) {
                surveys[place] = survey;
                statuses.add(survey);
            }
        });
        IgnoredMoney.of(layout, headerWords.money()).forEach((place, survey) -> {
            if (surveys[place] == null) {
                surveys[place] = survey;
                ignored.add(survey);
            }
        });
        int length = surveys.length;
        while (length > 0 && surveys[length - 1] == null) {
            length--;
        }
        this.places = Arrays.copyOf(surveys, length);
    }

    private @Nullable PlaceSurvey survey(Column column, Layout layout) {
        if (column == Column.SALE_ID && !layout.has(Column.ORDER_ID)) {
            return saleIds;
        }
        if (column == Column.ORDER_DATE || column == Column.DATE) {
            return dates;
        }
        if (column == Column.CURRENCY) {
            return currencies::lookAtCurrency;
        }
        if (!NUMBERS.contains(column)) {
            return null;
        }
        NumberSurvey survey = numbers.computeIfAbsent(column, absent -> new NumberSurvey(column == Column.QUANTITY));
        boolean bare = column == Column.QUANTITY
                || layout.has(Column.CURRENCY)
                || layout.mapping().currency() != null;
        PlaceSurvey money = bare ? survey : survey.and(currencies::lookAtMoney);
        money = ReturnSurvey.isNeeded(layout) && ReturnSurvey.isSigned(column) ? money.and(signs) : money;
        return switch (column) {
            case DISCOUNT -> withoutSign(money).and(discounts);
            case PRICE -> DiscountSurvey.isNeeded(layout) ? money.and(discounts::lookAtPrice) : money;
            default -> money;
        };
    }

    /** The survey of cells behind which a sign of per cent may stand. */
    private static PlaceSurvey withoutSign(PlaceSurvey survey) {
        return (bytes, from, to, line) -> {
            int end = to;
            while (end > from && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
                end--;
            }
            survey.look(bytes, from, end > from && bytes[end - 1] == '%' ? end - 1 : to, line);
        };
    }

    /**
     * Looks through all records.
     *
     * @param chunks the records below the header
     * @param layout which cell is which column
     * @param written whether somebody has written the mapping
     * @param statusWords what statuses mean
     * @param headerWords by which words headers name things
     * @param lastDay the last day that a sale may have
     * @param signs looks for negative numbers too, where the layout leaves open what these are
     * @return the layout with the conventions of the file; ids of sales that belong to several lines are ids of orders in it
     */
    static Layout of(
            ChunkReader chunks,
            Layout layout,
            boolean written,
            StatusWords statusWords,
            HeaderWords headerWords,
            LocalDate lastDay,
            SignSurvey signs,
            boolean ofEvents) {
        CellSurvey survey = new CellSurvey(layout, written, headerWords, lastDay, signs);
        if (survey.places.length > 0) {
            chunks.forEachRemaining(survey::look);
        }
        Conventions conventions =
                survey.conventions(layout.conventions().encoding()).knownBy(layout);
        Layout surveyed = survey.discounts.applied(layout.with(conventions));
        for (StatusSurvey statuses : survey.statuses) {
            surveyed = statuses.applied(surveyed, statusWords);
        }
        surveyed = survey.titles == null ? surveyed : survey.titles.asked(surveyed, statusWords);
        List<String> money = survey.ignored.stream()
                .flatMap(each -> each.words(conventions).stream())
                .toList();
        if (!money.isEmpty()) {
            surveyed = surveyed.with(
                    surveyed.conventions().knowing("look like money and do not count: " + String.join(", ", money)));
        }
        for (Question question : survey.questions(surveyed)) {
            surveyed = surveyed.asking(question);
        }
        // an event with the same id as the one before it corrects that one
        Sighting repeated = ofEvents ? null : survey.saleIds.repeated();
        return repeated == null
                ? surveyed
                : surveyed.withOrdersInPlaceOfSales()
                        .with(surveyed.conventions()
                                .knowing(layout.headerCell(Column.SALE_ID) + " is the number of an order: " + repeated
                                        + " as the line above"));
    }

    private void look(Chunk chunk) {
        for (int record = 0; record < chunk.size(); record++) {
            if (!chunk.isMalformed(record)) {
                look(chunk.bytes(), chunk.start(record), chunk.start(record + 1), chunk.line(record));
            }
        }
    }

    private void look(byte[] bytes, int start, int end, int line) {
        int at = start;
        int filled = 0;
        for (int place = 0; place < places.length && at < end; place++) {
            boolean quoted = bytes[at] == '"';
            int from = quoted ? at + 1 : at;
            at = from;
            while (at < end && bytes[at] != (quoted ? '"' : delimiter)) {
                at++;
            }
            filled += from < at && bytes[from] != '\n' && bytes[from] != '\r' ? 1 : 0;
            PlaceSurvey survey = places[place];
            if (survey != null) {
                survey.look(bytes, from, at, line);
            }
            while (at < end && bytes[at] != delimiter) {
                at++;
            }
            at++;
        }
        if (titles != null) {
            titles.look(bytes, start, end, line, filled);
        }
    }

    private Conventions conventions(Encoding encoding) {
        List<String> evidence = new ArrayList<>();
        DateOrder order = dates.order();
        if (order != DateOrder.UNDECIDED && dates.evidence() != null) {
            evidence.add(dates.evidence());
        }
        DecimalMarks marks = marks(evidence);
        return new Conventions(encoding, order, marks, currencies.found(), evidence);
    }

    private List<Question> questions(Layout surveyed) {
        List<Question> questions = new ArrayList<>();
        String dateCell = surveyed.headerCell(surveyed.has(Column.DATE) ? Column.DATE : Column.ORDER_DATE);
        if (dateCell != null) {
            questions.addAll(dates.questions(dateCell, surveyed.conventions().dates() != DateOrder.UNDECIDED));
        }
        if (surveyed.mapping().numbers() == null) {
            NumberDoubts.question(numbers, surveyed).ifPresent(questions::add);
        }
        discounts.question(surveyed).ifPresent(questions::add);
        return questions;
    }

    private DecimalMarks marks(List<String> evidence) {
        Map<Column, DecimalMark> told = new EnumMap<>(Column.class);
        numbers.forEach((column, survey) -> {
            DecimalMark mark = survey.mark();
            if (mark != null) {
                told.put(column, mark);
            }
        });
        Set<DecimalMark> different = Set.copyOf(told.values());
        if (different.equals(Set.of(DecimalMark.COMMA))) {
            sightings(NumberSurvey::told).findFirst().ifPresent(first -> evidence.add("decimal comma: " + first));
            return DecimalMarks.all(DecimalMark.COMMA);
        }
        numbers.forEach((column, survey) -> {
            if (survey.mark() == DecimalMark.COMMA) {
                evidence.add("decimal comma in " + column.label() + ": " + survey.told());
            }
        });
        return new DecimalMarks(DecimalMark.POINT, told);
    }

    private Stream<Sighting> sightings(Function<NumberSurvey, @Nullable Sighting> which) {
        return numbers.values().stream()
                .flatMap(survey -> Stream.ofNullable(which.apply(survey)))
                .sorted(Comparator.comparingInt(Sighting::line));
    }
}
