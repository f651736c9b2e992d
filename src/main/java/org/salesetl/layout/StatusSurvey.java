package org.salesetl.layout;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Standing;
import org.salesetl.mapping.StatusRule;
import org.salesetl.mapping.StatusWords;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Subject;

/** The different values in a column of statuses. */
final class StatusSurvey implements PlaceSurvey {

    /** A column with more different values has notes or numbers, and no statuses. */
    private static final int MOST_VALUES = 25;

    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_COLUMN = 150;

    private final String column;
    private final @Nullable StatusRule rule;
    private final Map<String, Sighting> first = new LinkedHashMap<>();
    private byte[] last = {};

    /**
     * @param column the header's cell
     * @param rule what the mapping knows of the values; null if it does not know the column
     */
    StatusSurvey(String column, @Nullable StatusRule rule) {
        this.column = column;
        this.rule = rule;
    }

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        // neighbours mostly have the same status
        if (from == to || first.size() > MOST_VALUES || Arrays.equals(last, 0, last.length, bytes, from, to)) {
            return;
        }
        last = Arrays.copyOfRange(bytes, from, to);
        Sighting sighting = Sighting.of(line, bytes, from, to);
        if (!sighting.cell().isEmpty()) {
            first.putIfAbsent(HeaderCell.normalised(sighting.cell()), sighting);
        }
    }

    /** Whether these are statuses. */
    private boolean areStatuses() {
        return first.size() <= MOST_VALUES
                && first.values().stream().allMatch(value -> value.cell().length() <= LONGEST_VALUE);
    }

    /** The layout with what is known of the values, and with a question about each of the others. */
    Layout applied(Layout layout, StatusWords words) {
        return rule == null ? ofUnknownColumn(layout, words) : ofRule(rule, layout, words);
    }

    private Layout ofRule(StatusRule known, Layout layout, StatusWords words) {
        if (known.others() != null) {
            return layout;
        }
        if (!areStatuses()) {
            return layout.with(layout.conventions()
                    .knowing(Text.visible(column) + " has more than " + MOST_VALUES
                            + " different values, so none of them tells a sale from what is none"));
        }
        Layout applied = layout;
        Set<String> neither = new TreeSet<>();
        for (Sighting value : first.values()) {
            Standing standing = known.standing(value.cell());
            Standing likely = standing == null ? words.standing(value.cell()) : standing;
            if (likely == null) {
                applied = applied.asking(question(value, words));
            } else if (standing == null && likely == Standing.NEITHER) {
                neither.add(value.cell());
            }
        }
        return neither.isEmpty() ? applied : applied.by(applied.mapping().with(column, List.copyOf(neither), Standing.NEITHER));
    }

    /** A column that no mapping knows is asked about only if one of its values says that something is no sale. */
    private Layout ofUnknownColumn(Layout layout, StatusWords words) {
        boolean tells = areStatuses()
                && first.values().stream().anyMatch(value -> words.likely(value.cell()) == Standing.NEITHER);
        Layout applied = layout;
        if (tells) {
            for (Sighting value : first.values()) {
                if (words.likely(value.cell()) != Standing.SALE) {
                    applied = applied.asking(question(value, words));
                }
            }
        }
        return applied;
    }

    private Question question(Sighting value, StatusWords words) {
        String shown = Text.visible(value.cell());
        Standing likely = words.likely(value.cell());
        return new Question(
                new Topic(Subject.STATUS, detail(column, value.cell())),
                "Is a row a sale if its " + Text.visible(column) + " is \"" + shown + "\"? " + "Line " + value.line()
                        + " is the first one.",
                List.of(value.evidence(column)),
                Stream.of(
                                new Choice(Standing.SALE.label(), "A sale: rows with \"" + shown + "\" count"),
                                new Choice(
                                        Standing.NEITHER.label(),
                                        "No sale: rows with \"" + shown + "\" are left out"),
                                new Choice(
                                        Standing.RETURN.label(),
                                        "A return: rows with \"" + shown + "\" lower the revenue"))
                        .toList(),
                likely == null ? null : likely.label());
    }

    /** What tells the question about a status from those about others. */
    static String detail(String column, String status) {
        String name = HeaderCell.normalised(column);
        return name.substring(0, Math.min(name.length(), LONGEST_COLUMN)) + "=" + HeaderCell.normalised(status);
    }
}
