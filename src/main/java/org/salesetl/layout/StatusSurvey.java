package org.salesetl.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.HeaderWords;
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
    private static final Pattern CODE = Pattern.compile("\\d{1,6}");
    private static final int LONGEST_COLUMN = 150;

    private final String column;
    private final @Nullable StatusRule rule;
    private final boolean named;
    private final boolean ofKind;
    private final boolean mayHaveCodes;
    private final @Nullable HeaderWords flag;
    private final Map<String, Value> first = new LinkedHashMap<>();
    private byte[] last = {};
    private @Nullable Value lastValue;

    /**
     * @param column the header's cell
     * @param rule what the mapping knows of the values; null if it does not know the column
     * @param named whether the name of the column says that it has statuses
     * @param ofKind whether the column may say what kind of document a row is
     * @param mayHaveCodes whether numbers in the column may be statuses
     * @param flag the words for yes, if the column only says whether a row is no sale; else null
     */
    StatusSurvey(
            String column,
            @Nullable StatusRule rule,
            boolean named,
            boolean ofKind,
            boolean mayHaveCodes,
            @Nullable HeaderWords flag) {
        this.named = named;
        this.ofKind = ofKind;
        this.mayHaveCodes = mayHaveCodes;
        this.flag = flag;
        this.column = column;
        this.rule = rule;
    }

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        // neighbours mostly have the same status
        if (lastValue != null && Arrays.equals(last, 0, last.length, bytes, from, to)) {
            lastValue.rows++;
            return;
        }
        if (from == to || first.size() > MOST_VALUES) {
            return;
        }
        last = Arrays.copyOfRange(bytes, from, to);
        Sighting sighting = Sighting.of(line, bytes, from, to);
        lastValue = sighting.cell().isEmpty()
                ? null
                : first.computeIfAbsent(HeaderCell.normalised(sighting.cell()), absent -> new Value(sighting));
        if (lastValue != null) {
            lastValue.rows++;
        }
    }

    /** Whether these are statuses. */
    private boolean areStatuses() {
        return first.size() <= MOST_VALUES
                && values().stream().allMatch(value -> value.cell().length() <= LONGEST_VALUE);
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
        for (Sighting value : values()) {
            Standing standing = known.standing(value.cell());
            Standing likely = standing == null ? sure(value, words) : standing;
            if (likely == null) {
                applied = applied.asking(question(value, applied, words));
            } else if (standing == null && likely == Standing.NEITHER) {
                neither.add(value.cell());
            }
        }
        return neither.isEmpty()
                ? applied
                : applied.by(applied.mapping().with(column, List.copyOf(neither), Standing.NEITHER));
    }

    /**
     * A column that no mapping knows counts only if one of its values says that something is no sale, or that something came back; then
     * somebody is asked. In our own columns, {@code status} is the column for that, so another column of statuses does not change what
     * loads, and the page of the run points it out. But a kind of document, such as a credit note, may say that something came back.
     */
    private Layout ofUnknownColumn(Layout layout, StatusWords words) {
        List<Value> telling = first.values().stream()
                .filter(value -> isTelling(value.first, words))
                .toList();
        if (telling.isEmpty() || !areStatuses()) {
            return areCodes() && !layout.mapping().isOfOwnNames() ? askedAboutCodes(layout) : layout;
        }
        if (layout.mapping().isOfOwnNames() && !ofKind) {
            return layout.with(layout.conventions()
                    .knowing(Text.visible(column) + " looks like a status and does not count: "
                            + telling.stream().map(Value::words).collect(Collectors.joining(", "))));
        }
        Layout applied = layout;
        List<String> sales = new ArrayList<>();
        for (Sighting value : values()) {
            boolean doubtful = flag != null && flag.isYes(value.cell());
            if (doubtful || (named ? likely(value, words) != Standing.SALE : isTelling(value, words))) {
                applied = applied.asking(question(value, applied, words));
            } else {
                sales.add(value.cell());
            }
        }
        // else these would be asked about in the next file, once there is an answer about the others
        return applied.by(applied.mapping().with(column, sales, Standing.SALE));
    }

    /** Whether a column of statuses has numbers in place of words: which of them is no sale, only its owner knows. */
    private boolean areCodes() {
        return mayHaveCodes
                && areStatuses()
                && first.size() > 1
                && values().stream()
                        .allMatch(value -> CODE.matcher(value.cell()).matches());
    }

    /** The layout with a question about each code. Most rows of a file are sales. */
    private Layout askedAboutCodes(Layout layout) {
        int most = first.values().stream().mapToInt(value -> value.rows).max().orElse(0);
        boolean isAlone =
                first.values().stream().filter(value -> value.rows == most).count() == 1;
        Layout asked = layout;
        for (Value value : first.values()) {
            Standing likely = isAlone && value.rows == most ? Standing.SALE : null;
            asked = asked.asking(question(column, value.first, likely));
        }
        return asked;
    }

    /** Whether a value says that something is no sale. In a column of any name, "returned" may be a customer, but "cancelled" is no sale. */
    private boolean isTelling(Sighting value, StatusWords words) {
        Standing likely = likely(value, words);
        return likely == Standing.RETURN
                || (likely == Standing.NEITHER && (named || words.standing(value.cell()) == Standing.NEITHER));
    }

    /** What a value means without doubt; null if somebody has to say. */
    private @Nullable Standing sure(Sighting value, StatusWords words) {
        if (flag != null) {
            return flag.isYes(value.cell()) ? null : Standing.SALE;
        }
        return words.standing(value.cell());
    }

    /**
     * Whether most rows have this value, and others another one: sales are rarely cancelled, so a letter in such a column probably means
     * no then, as H and E do in Turkish and Finnish. A value that is known to mean no tells the others apart already.
     */
    private boolean isUsual(Sighting value) {
        int rows = first.values().stream().mapToInt(other -> other.rows).sum();
        return value.cell().length() == 1
                && flag != null
                && values().stream().noneMatch(other -> flag.isNo(other.cell()))
                && first.values().stream().anyMatch(other -> other.first.equals(value) && other.rows * 2 > rows)
                && first.size() > 1;
    }

    private @Nullable Standing likely(Sighting value, StatusWords words) {
        if (flag != null) {
            return flag.isYes(value.cell()) && !isUsual(value) ? Standing.NEITHER : Standing.SALE;
        }
        return ofKind ? words.ofKind(value.cell()) : words.likely(value.cell());
    }

    private Question question(Sighting value, Layout layout, StatusWords words) {
        String order = layout.headerCell(Column.ORDER_ID);
        // an order that nobody pays may come to nothing, but an invoice has been written for a sale
        boolean ofInvoices = (order != null && words.namesInvoice(order))
                || layout.mapping().status().stream()
                        .flatMap(rule -> rule.sales().stream())
                        .anyMatch(words::namesInvoice);
        Standing likely = likely(value, words);
        boolean sold = likely == null ? words.hasWordOfSale(value.cell()) : ofInvoices && words.isUnpaid(value.cell());
        return question(column, value, sold ? Standing.SALE : likely);
    }

    /**
     * The question what rows with a status are.
     *
     * @param column the header's cell
     * @param likely the answer to suggest; null if none is likely
     */
    static Question question(String column, Sighting value, @Nullable Standing likely) {
        String shown = Text.visible(value.cell());
        return new Question(
                new Topic(Subject.STATUS, detail(column, value.cell())),
                "Is a row a sale if its " + Text.visible(column) + " is \"" + shown + "\"? " + "Line " + value.line()
                        + " is the first one.",
                List.of(value.evidence(column)),
                choices("rows with \"" + shown + "\""),
                likely == null ? null : likely.label());
    }

    /** What such rows may be. */
    static List<Choice> choices(String rows) {
        return List.of(
                new Choice(Standing.SALE.label(), "Sales: " + rows + " count"),
                new Choice(Standing.NEITHER.label(), "No sales: " + rows + " are left out"),
                new Choice(Standing.RETURN.label(), "Returns: " + rows + " lower the revenue"));
    }

    /** What tells the question about a status from those about others. */
    static String detail(String column, String status) {
        String name = HeaderCell.normalised(column);
        return name.substring(0, Math.min(name.length(), LONGEST_COLUMN)) + "=" + HeaderCell.normalised(status);
    }

    /** The column that a question about a status is about, normalised. */
    static String column(Topic topic) {
        return topic.detail().substring(0, topic.detail().indexOf('='));
    }

    /** The status that a question is about, normalised. */
    static String status(Topic topic) {
        return topic.detail().substring(topic.detail().indexOf('=') + 1);
    }

    private List<Sighting> values() {
        return first.values().stream().map(value -> value.first).toList();
    }

    /** A status, and how many rows have it. */
    private static final class Value {

        private final Sighting first;
        private int rows;

        Value(Sighting first) {
            this.first = first;
        }

        String words() {
            return rows + (rows == 1 ? " row has " : " rows have ") + Text.visible(first.cell());
        }
    }
}
