package org.salesetl.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.salesetl.dashboard.KeyFigureCard.Change;
import org.salesetl.metric.KeyFigures;
import org.salesetl.metric.KeyFigures.Point;
import org.salesetl.rollup.Grain;
import org.salesetl.web.DisplayFormats;
import org.salesetl.web.NumberStyle;
import org.salesetl.web.TileNumber;
import org.springframework.stereotype.Component;

/** Makes the cards of key figures. */
@Component
class KeyFigureCards {

    private static final TileNumber NOT_KNOWN = new TileNumber("–", null);
    private static final String GROSS_PROFIT = "figure.gross-profit";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final NumberStyle numbers;
    private final List<Figure> figures;

    KeyFigureCards(NumberStyle numbers, DisplayFormats formats) {
        this.numbers = numbers;
        this.figures = List.of(
                new Figure("figure.revenue", KeyFigures::revenue, Point::revenue, formats::tileMoney, true),
                new Figure(GROSS_PROFIT, KeyFigures::grossProfit, Point::grossProfit, formats::tileMoney, true),
                new Figure(
                        "figure.orders",
                        all -> count(all.orders()),
                        point -> count(point.orders()),
                        formats::tileCount,
                        true),
                new Figure(
                        "figure.average-order",
                        KeyFigures::averageOrderValue,
                        Point::averageOrderValue,
                        formats::tileMoney,
                        false),
                new Figure(
                        "figure.units",
                        all -> all.units().units(),
                        point -> point.units().units(),
                        formats::tileCount,
                        true),
                new Figure(
                        "figure.active-customers",
                        all -> count(all.customers()),
                        point -> count(point.customers()),
                        formats::tileCount,
                        true));
    }

    /**
     * The cards of the first period, compared with the other periods. If no cost is known, there is no card of the gross profit.
     *
     * @param answers the key figures of each period, in the same order
     */
    List<KeyFigureCard> of(List<Period> periods, List<KeyFigures> answers, FilterReading reading) {
        return figures.stream()
                .filter(figure ->
                        !figure.name().equals(GROSS_PROFIT) || answers.get(0).grossProfit() != null)
                .map(figure -> card(figure, periods, answers, reading.by()))
                .toList();
    }

    private KeyFigureCard card(Figure figure, List<Period> periods, List<KeyFigures> answers, Grain by) {
        KeyFigures chosen = answers.get(0);
        BigDecimal now = figure.total().apply(chosen);
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i < periods.size(); i++) {
            BigDecimal before = figure.total().apply(answers.get(i));
            if (now != null && before != null && before.signum() != 0) {
                changes.add(Change.of(
                        before,
                        now,
                        periods.get(i).name(),
                        numbers,
                        figure.format().andThen(TileNumber::text)::apply));
            }
        }
        return new KeyFigureCard(
                figure.name(),
                now == null ? NOT_KNOWN : figure.format().apply(now),
                figure.name().equals(GROSS_PROFIT) ? margin(chosen) : null,
                changes,
                Sparkline.points(chosen.trend(), by, figure.ofPoint(), figure.isSum()));
    }

    /** The margin, and for how much of the revenue the cost is known. */
    private @Nullable String margin(KeyFigures figures) {
        BigDecimal profit = figures.grossProfit();
        if (profit == null || figures.costedRevenue().signum() == 0) {
            return null;
        }
        String margin = perCent(profit, figures.costedRevenue());
        return figures.costedRevenue().compareTo(figures.revenue()) == 0
                        || figures.revenue().signum() <= 0
                ? numbers.words().say("figure.margin", margin)
                : numbers.words()
                        .say("figure.margin-of-part", margin, perCent(figures.costedRevenue(), figures.revenue()));
    }

    private String perCent(BigDecimal part, BigDecimal whole) {
        return numbers.decimal(part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP), 1) + NumberStyle.PERCENT;
    }

    private static BigDecimal count(long count) {
        return BigDecimal.valueOf(count);
    }

    /**
     * A key figure.
     *
     * @param total takes the figure from the key figures of a period
     * @param ofPoint takes the figure from a point of the trend
     * @param format writes the figure
     * @param isSum whether the figure of a long period is the sum of the figures of its parts
     */
    private record Figure(
            String name,
            Function<KeyFigures, @Nullable BigDecimal> total,
            Function<Point, @Nullable BigDecimal> ofPoint,
            Function<Number, TileNumber> format,
            boolean isSum) {}
}
