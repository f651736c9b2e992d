package org.salesetl.layout;

import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.DiscountUnit;
import org.salesetl.mapping.RevenueSource;
import org.salesetl.mapping.Standing;
import org.salesetl.mapping.Terms;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.DecimalMark;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.vocabulary.Subject;

/** Applies what people have answered to the layout of a file. Questions without an answer stay open. */
@Named
class Settlement {

    private static final String AS_ANSWERED = "as answered for files with these columns";

    private final @Nullable DateOrder dateOrder;

    Settlement(ReadingSettings settings) {
        this.dateOrder = settings.dateOrder();
    }

    /** The layout after the answers. An answer that is none of the choices does not count. */
    Layout settle(Layout layout, Answers answers) {
        Layout settled = layout.asking(List.of());
        List<Question> open = new ArrayList<>();
        for (Question question : layout.questions()) {
            String answer = answers.about(question.topic());
            boolean isChoice = question.choices().stream()
                    .anyMatch(choice -> choice.answer().equals(answer));
            if (answer != null && question.topic().equals(DiscountSurvey.TOPIC)) {
                // an answer counts for all files with these columns, whether they raise the question or not
                continue;
            }
            if (answer != null && isChoice) {
                settled = settled(settled, question, answer);
            } else if (isOrder(question.topic()) && dateOrder != null) {
                settled = settled.with(settled.conventions().decided(dateOrder, "as sales-etl.date-order says"));
            } else {
                open.add(question);
            }
        }
        return inUnit(onTerms(settled, answers), answers).asking(open);
    }

    /**
     * The layout of rows that come back. They are written as in the file that they are from, so their dates and numbers are known; the
     * other answers about that file count for them too, although the few rows may not raise the questions.
     */
    Layout settleReturned(Layout layout, Answers answers) {
        Layout settled = layout;
        for (Map.Entry<Topic, String> given : answers.byTopic().entrySet()) {
            Topic topic = given.getKey();
            settled = switch (topic.about()) {
                case STATUS ->
                    status(
                            settled,
                            StatusSurvey.column(topic),
                            StatusSurvey.status(topic),
                            Labelled.of(Standing.class, given.getValue()));
                case AMOUNT -> revenue(settled, Labelled.of(RevenueSource.class, given.getValue()));
                case DATES ->
                    topic.equals(DateSurvey.COUNTED)
                            ? counted(settled, given.getValue().equals(Acceptance.ACCEPT.label()))
                            : settled;
                case NUMBERS, COLUMNS, MAPPING, GUESTS, ORDERS, RETURNS -> settled;
            };
        }
        return inUnit(onTerms(settled, answers), answers);
    }

    private static boolean isOrder(Topic topic) {
        return topic.equals(Topic.of(Subject.DATES));
    }

    private static Layout settled(Layout layout, Question question, String answer) {
        return switch (question.topic().about()) {
            case DATES ->
                isOrder(question.topic())
                        ? layout.with(layout.conventions().decided(Labelled.of(DateOrder.class, answer), AS_ANSWERED))
                        : counted(layout, answer.equals(Acceptance.ACCEPT.label()));
            case NUMBERS ->
                layout.with(layout.conventions().decided(Labelled.of(DecimalMark.class, answer), AS_ANSWERED));
            case STATUS -> {
                Evidence status = question.evidence().get(0);
                yield status(layout, status.column(), status.value(), Labelled.of(Standing.class, answer));
            }
            case AMOUNT -> revenue(layout, Labelled.of(RevenueSource.class, answer));
            // these have been answered where the header was read
            case COLUMNS, MAPPING, GUESTS, ORDERS, RETURNS -> layout;
        };
    }

    private static Layout counted(Layout layout, boolean are) {
        return knowing(layout.on(layout.terms().withCountedDates(are)), "numbers are " + (are ? "" : "no ") + "dates");
    }

    /** The layout whose discounts are in the unit that somebody has named. A file that says by itself what they are knows better. */
    private static Layout inUnit(Layout layout, Answers answers) {
        String answer = answers.about(DiscountSurvey.TOPIC);
        return answer != null && layout.has(Column.DISCOUNT) && layout.terms().discounts() == DiscountUnit.MONEY
                ? discounts(layout, answer)
                : layout;
    }

    private static Layout discounts(Layout layout, String answer) {
        DiscountUnit unit = Labelled.of(DiscountUnit.class, answer);
        return knowing(layout.on(layout.terms().with(unit)), DiscountSurvey.words(unit));
    }

    private static Layout status(Layout layout, String column, String status, Standing standing) {
        String meaning = switch (standing) {
            case SALE -> "is a sale";
            case RETURN -> "is a return";
            case NEITHER -> "is no sale";
        };
        // who says that a row is a return wants it to lower the revenue
        Terms terms = standing == Standing.RETURN ? layout.terms().withReturns() : layout.terms();
        return knowing(
                layout.on(terms).by(layout.mapping().with(column, List.of(status), standing)),
                column + " " + status + " " + meaning);
    }

    private static Layout revenue(Layout layout, RevenueSource source) {
        boolean ofLine = source == RevenueSource.AMOUNT && !layout.has(Column.AMOUNT);
        Layout read = ofLine ? layout.withAmountsInPlaceOfPrices() : layout;
        return knowing(
                read.on(read.terms().with(source)),
                source == RevenueSource.AMOUNT ? "the amount is the revenue" : "price times quantity is the revenue");
    }

    /** The layout on the terms that somebody has accepted for unusual sales. */
    private static Layout onTerms(Layout layout, Answers answers) {
        Layout accepting = layout;
        if (layout.kind() == Kind.SALES && answers.accept(Subject.GUESTS)) {
            accepting = knowing(accepting.on(accepting.terms().withGuests()), "sales without a customer load");
        }
        if (layout.kind() == Kind.SALES && answers.accept(Subject.ORDERS)) {
            accepting = knowing(accepting.on(accepting.terms().withOrdersOfDay()), Layout.ORDERS_OF_DAY);
        }
        if (layout.kind() == Kind.SALES && answers.accept(Subject.RETURNS)) {
            accepting = knowing(accepting.on(accepting.terms().withReturns()), "negative rows are returns");
        }
        return accepting;
    }

    private static Layout knowing(Layout layout, String what) {
        return layout.with(layout.conventions().knowing(what + ": " + AS_ANSWERED));
    }
}
