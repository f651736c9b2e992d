package org.salesetl.layout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.DiscountUnit;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

/**
 * What the numbers of discounts count. The header or a sign in each cell may say that they are per cent. If all are below one, they may
 * be shares of the price: {@code 0.15} means fifteen per cent then. Whole numbers beside prices with decimals may be per cent, too.
 */
final class DiscountSurvey implements PlaceSurvey {

    /** The question what the numbers of discounts count. */
    static final Topic TOPIC = new Topic(Subject.NUMBERS, "discount");

    private static final String SIGN = "%";
    private static final Set<String> NAMES =
            Set.of("percent", "percentage", "pct", "prozent", "procent", "pourcent", "porcentaje", "percentuale");
    private static final Pattern WHOLE = Pattern.compile("-?(\\d{1,2}|100)");

    private boolean belowOne = true;
    private boolean signed = true;
    private boolean anySign;
    private boolean whole = true;
    private boolean pricesHaveCents;
    private @Nullable Sighting first;
    private @Nullable Sighting firstSign;

    /** Whether the discounts of a file count: in other files the amount is the revenue, or somebody is asked which of them is. */
    static boolean isNeeded(Layout layout) {
        return layout.kind() == Kind.SALES
                && layout.has(Column.PRICE)
                && layout.has(Column.DISCOUNT)
                && !layout.has(Column.AMOUNT)
                && !layout.rejects();
    }

    /** What the discounts are, for people. */
    static String words(DiscountUnit unit) {
        return switch (unit) {
            case MONEY -> "discounts are money";
            case SHARE -> "discounts are shares of the price";
            case PERCENT -> "discounts are per cent of the price";
            case NONE -> "discounts are taken off the prices already";
        };
    }

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        if (from == to || !(belowOne || signed || whole)) {
            return;
        }
        Sighting sighting = Sighting.of(line, bytes, from, to);
        String bare = Text.strip(sighting.cell().replace(SIGN, ""));
        BigDecimal discount = Numbers.byAnyMark(bare);
        boolean isSigned = sighting.cell().contains(SIGN);
        if (discount != null && isSigned && !anySign) {
            anySign = true;
            firstSign = sighting;
        }
        if (discount == null || discount.signum() == 0) {
            return;
        }
        belowOne &= discount.abs().compareTo(BigDecimal.ONE) < 0;
        signed &= isSigned;
        whole &= WHOLE.matcher(bare).matches();
        first = Sighting.first(first, sighting);
    }

    /** Looks whether prices have decimals. */
    void lookAtPrice(byte[] bytes, int from, int to, int line) {
        if (!pricesHaveCents && from < to && whole) {
            BigDecimal price =
                    Numbers.byAnyMark(Sighting.of(line, bytes, from, to).cell());
            pricesHaveCents = price != null && price.scale() > 0;
        }
    }

    /** The layout whose discounts are in per cent, if the file says so. */
    Layout applied(Layout layout) {
        boolean bySign = anySign && signed;
        boolean byName = first != null && isNamed(layout) && !belowOne;
        return bySign || byName
                ? layout.on(layout.terms().with(DiscountUnit.PERCENT))
                        .with(layout.conventions()
                                .knowing(words(DiscountUnit.PERCENT) + ": " + (bySign ? firstSign : first)))
                : layout;
    }

    /** The question; empty if there is no doubt. */
    Optional<Question> question(Layout layout) {
        if (first == null || !isNeeded(layout) || layout.terms().discounts() == DiscountUnit.PERCENT) {
            return Optional.empty();
        }
        String column = String.valueOf(layout.headerCell(Column.DISCOUNT));
        String value = Text.visible(first.cell());
        Choice percent =
                new Choice(DiscountUnit.PERCENT.label(), "Per cent: " + value + " % of the price is taken off");
        Choice money = new Choice(DiscountUnit.MONEY.label(), "Money: " + value + " is taken off");
        if (belowOne) {
            return Optional.of(new Question(
                    TOPIC,
                    "Is a discount such as " + value + " money, or a share of the price? All numbers in the column "
                            + Text.visible(column) + " are below 1; line " + first.line() + " has the first one.",
                    List.of(first.evidence(column)),
                    Stream.of(
                                    new Choice(
                                            DiscountUnit.SHARE.label(),
                                            "A share: " + value + " of the price is taken off"),
                                    money,
                                    percent)
                            .limit(isNamed(layout) ? 3 : 2)
                            .toList(),
                    null));
        }
        return whole && pricesHaveCents && !layout.mapping().isOfOwnNames()
                ? Optional.of(new Question(
                        TOPIC,
                        "Is a discount such as " + value + " money, or per cent? All numbers in the column "
                                + Text.visible(column) + " are whole, and prices are not; line " + first.line()
                                + " has the first one.",
                        List.of(first.evidence(column)),
                        List.of(percent, money),
                        null))
                : Optional.empty();
    }

    /** Whether the header says that the column is in per cent. */
    private static boolean isNamed(Layout layout) {
        String name = String.valueOf(layout.headerCell(Column.DISCOUNT));
        return name.contains(SIGN)
                || NameWords.of(name).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(NAMES::contains);
    }
}
