package org.salesetl.chart;

import java.awt.Font;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** One column for each weekday, Monday first. */
final class WeekdayBars {

    private static final double GAP = 4;

    private WeekdayBars() {}

    static JFreeChart chart(Answer answer, ChartSize size) {
        Theme theme = new Theme(size, answer.numbers());
        List<BigDecimal> values = answer.values();
        List<BigDecimal> all = new ArrayList<>(values);
        all.addAll(answer.valuesBefore().stream().filter(Objects::nonNull).toList());
        double dayWidth = (theme.innerWidth() - 50) / values.size();
        Font font = theme.textFont();

        List<String> days = answer.names().stream().map(Name::text).toList();
        boolean longDaysFit = days.stream().allMatch(day -> Labels.width(day, font) < dayWidth - 2 * GAP);
        NameAxis dayAxis = new NameAxis(
                days.stream()
                        .map(day -> longDaysFit ? day : Labels.firstLetters(day, dayWidth < 30 ? 1 : 3))
                        .toList(),
                theme.textSize(),
                1);
        theme.style(dayAxis);
        theme.drawFloor(dayAxis);
        dayAxis.setLowerMargin(0.01);
        dayAxis.setUpperMargin(0.01);
        dayAxis.setCategoryMargin(0.3);

        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        IntStream.range(0, values.size())
                .forEach(row -> bars.addValue(values.get(row), answer.measure(), (Integer) row));

        List<String> labels = values.stream().map(answer::format).toList();
        boolean labelsFit = labels.stream().allMatch(label -> Labels.width(label, font) < dayWidth - 2);
        FlatBars renderer = new FlatBars(bars, Palette.of(answer.measure()), answer.valuesBefore(), answer::isPale);
        renderer.setMaximumBarWidth(0.1);
        renderer.setDefaultItemLabelGenerator(new ValueLabels(labels, 1));
        renderer.setDefaultItemLabelsVisible(labelsFit);
        renderer.setDefaultItemLabelFont(font);
        renderer.setDefaultItemLabelPaint(Palette.INK.color());
        renderer.setItemLabelInsets(new RectangleInsets(GAP, GAP, GAP, GAP));
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER));

        Scale scale = Scale.covering(
                Collections.min(all).doubleValue(),
                Collections.max(all).doubleValue(),
                theme.plotHeight(),
                42,
                20,
                answer.isWhole());
        CategoryPlot plot = new CategoryPlot(
                bars,
                dayAxis,
                theme.numberAxis(answer.measure().title(answer.numbers().words()), scale),
                renderer);
        theme.style(plot);
        return theme.frame(answer.title(), Subtitles.of(answer, answer.size()), plot);
    }
}
