package org.salesetl.chart;

import java.awt.Font;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/** Horizontal bars for customers, products, cities or categories, in the order of the rows, with the value at the end of each bar. */
final class NamedBars {

    /** More bars would not be readable. The subtitle says how many rows there are. */
    static final int MOST_BARS = 20;

    private static final double LARGEST_SHARE_OF_LABELS = 0.36;
    private static final double GAP = 5;
    private static final double THICKEST_BAR = 56;
    private static final double LINE_HEIGHT = 1.3;
    private static final int MOST_LINES = 2;
    private static final float SMALLEST_TEXT = 7f;

    private NamedBars() {}

    static JFreeChart chart(Answer answer, ChartSize size) {
        Theme theme = new Theme(size, answer.numbers());
        int shown = Math.min(MOST_BARS, answer.size());
        List<BigDecimal> values = answer.values().subList(0, shown);

        double rowHeight = theme.plotHeight() / shown;
        float textSize = (float) Math.max(SMALLEST_TEXT, Math.min(theme.textSize(), rowHeight / LINE_HEIGHT));
        int every = (int) Math.ceil(textSize * LINE_HEIGHT / rowHeight - 0.01);

        double widest = Math.min(size.width() * LARGEST_SHARE_OF_LABELS, size.width() / 2.0 - 56);
        int lines = rowHeight < MOST_LINES * textSize * LINE_HEIGHT ? 1 : MOST_LINES;
        List<String> names = fit(answer.names().subList(0, shown), textSize, widest, lines);
        double nameWidth = names.stream()
                .flatMap(String::lines)
                .mapToDouble(line -> Labels.width(line, Fonts.forText(line, textSize)))
                .max()
                .orElse(0);
        double plotWidth = theme.innerWidth() - nameWidth - 2 * GAP;

        List<String> valueLabels = valueLabels(answer, values, Fonts.regular(textSize), plotWidth);
        NumberAxis valueAxis = theme.numberAxis(
                answer.measure().title(answer.numbers().words()),
                scale(
                        values,
                        valueLabels,
                        answer.valuesBefore().subList(0, shown),
                        Fonts.regular(textSize),
                        plotWidth,
                        answer.isWhole()));

        NameAxis nameAxis = new NameAxis(names, textSize, every);
        theme.style(nameAxis);
        nameAxis.setLowerMargin(0.01);
        nameAxis.setUpperMargin(0.01);
        nameAxis.setCategoryMargin(0.28);

        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        IntStream.range(0, shown).forEach(row -> bars.addValue(values.get(row), answer.measure(), (Integer) row));

        FlatBars renderer = new FlatBars(
                bars, Palette.of(answer.measure()), answer.valuesBefore().subList(0, shown), answer::isPale);
        renderer.setMaximumBarWidth(THICKEST_BAR / theme.plotHeight());
        renderer.setDefaultItemLabelGenerator(new ValueLabels(valueLabels, every));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(Fonts.regular(textSize));
        renderer.setDefaultItemLabelPaint(Palette.INK.color());
        renderer.setItemLabelInsets(new RectangleInsets(GAP, GAP, GAP, GAP));
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setDefaultNegativeItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));

        CategoryPlot plot = new CategoryPlot(bars, nameAxis, valueAxis, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        theme.style(plot);
        return theme.frame(answer.title(), Subtitles.of(answer, shown), plot);
    }

    /** Breaks names into lines of the width, and cuts off what has no room. Names that would look the same get their ids. */
    private static List<String> fit(List<Name> names, float textSize, double width, int lines) {
        List<String> fitted = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (Name name : names) {
            String drawable = drawable(name);
            String text = Labels.wrap(drawable, Fonts.forText(drawable, textSize), width, lines);
            fitted.add(text);
            if (!seen.add(text)) {
                twice.add(text);
            }
        }
        for (int row = 0; row < names.size(); row++) {
            Name name = names.get(row);
            if (!name.id().isEmpty() && (name.shared() || twice.contains(fitted.get(row)))) {
                String drawable = drawable(name);
                Font font = Fonts.forText(drawable + name.id(), textSize);
                fitted.set(row, withId(drawable, name.id(), font, width, lines));
            }
        }
        return fitted;
    }

    /** A name and its id: the id in a line of its own if there is room for one. */
    private static String withId(String name, String id, Font font, double width, int lines) {
        if (lines > 1) {
            return Labels.fit(name, font, width) + "\n(" + Labels.fitEnd(id, font, width - Labels.width("()", font))
                    + ")";
        }
        String behind = " (" + Labels.fitEnd(id, font, width * 0.5) + ")";
        return Labels.fit(name, font, width - Labels.width(behind, font)) + behind;
    }

    /** The name, or the id if no font can write the script of the name. */
    private static String drawable(Name name) {
        return name.id().isEmpty() || Fonts.canWriteMostOf(name.text()) ? Fonts.drawable(name.text()) : name.id();
    }

    /** The values in full, or in a compact form if a value in full would take more than 40 % of the plot. */
    private static List<String> valueLabels(Answer answer, List<BigDecimal> values, Font font, double plotWidth) {
        List<String> full = values.stream().map(answer::format).toList();
        boolean fit = full.stream().allMatch(label -> Labels.width(label, font) + GAP < plotWidth * 0.4);
        return fit
                ? full
                : values.stream()
                        .map(value -> answer.numbers().compact(value.doubleValue()))
                        .toList();
    }

    /** The scale from zero to a value beyond the longest bar, so that its label has room. */
    private static Scale scale(
            List<BigDecimal> values,
            List<String> labels,
            List<@Nullable BigDecimal> before,
            Font font,
            double plotWidth,
            boolean whole) {
        double leftRoom = 0;
        double rightRoom = 2;
        double smallest = 0;
        double largest = 0;
        for (int row = 0; row < values.size(); row++) {
            double value = values.get(row).doubleValue();
            double room = Labels.width(labels.get(row), font) + (value < 0 ? 3 : 2) * GAP;
            if (value < 0) {
                leftRoom = Math.max(leftRoom, room);
            } else {
                rightRoom = Math.max(rightRoom, room);
            }
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
        for (BigDecimal value : before) {
            if (value != null) {
                smallest = Math.min(smallest, value.doubleValue());
                largest = Math.max(largest, value.doubleValue());
            }
        }
        double length = largest - smallest > 0 ? largest - smallest : 1;
        double perPixel = length / Math.max(plotWidth - leftRoom - rightRoom, plotWidth / 4);
        return new Scale(
                smallest - leftRoom * perPixel,
                largest + rightRoom * perPixel,
                Scale.step(length * 80 / plotWidth, whole));
    }
}
