package org.salesetl.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A line over the months, broken where a month has no sales, from zero, with the highest month written out. */
final class MonthLine {

    private static final double ROOM_FOR_A_MARKER = 8;

    private MonthLine() {}

    static JFreeChart chart(Answer answer, ChartSize size) {
        Theme theme = new Theme(size);
        List<BigDecimal> values = answer.values();
        XYSeries line = line(answer.months(), values);

        YearMonth first = Collections.min(answer.months());
        YearMonth last = Collections.max(answer.months());
        MonthAxis monthAxis = new MonthAxis(first, last);
        theme.style(monthAxis);

        Scale scale = Scale.covering(
                Collections.min(values).doubleValue(),
                Collections.max(values).doubleValue(),
                theme.plotHeight(),
                42,
                22,
                false);
        if (scale.lower() == 0) {
            theme.drawFloor(monthAxis);
        }
        double monthWidth = (theme.innerWidth() - 60) / line.getItemCount();
        XYPlot plot = new XYPlot(
                new XYSeriesCollection(line),
                monthAxis,
                theme.numberAxis(answer.measure().title(), scale),
                renderer(answer, line, theme, monthWidth));
        theme.style(plot);
        return theme.frame(answer.metric().title(), Subtitles.of(answer, answer.size()), plot);
    }

    /** Months without a row are in the series without a value: a line over them would claim sales that never were. */
    private static XYSeries line(List<YearMonth> months, List<BigDecimal> values) {
        Map<YearMonth, BigDecimal> byMonth = new TreeMap<>();
        IntStream.range(0, months.size()).forEach(row -> byMonth.put(months.get(row), values.get(row)));
        XYSeries line = new XYSeries("months", true, false);
        YearMonth last = Collections.max(months);
        for (YearMonth month = Collections.min(months); !month.isAfter(last); month = month.plusMonths(1)) {
            line.add((double) MonthAxis.millis(month), byMonth.get(month), false);
        }
        return line;
    }

    private static XYLineAndShapeRenderer renderer(Answer answer, XYSeries line, Theme theme, double monthWidth) {
        int highest = highest(line);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true) {
            /** Where the months are too narrow for markers, only those that no line would show. */
            @Override
            public boolean getItemShapeVisible(int series, int item) {
                return monthWidth >= ROOM_FOR_A_MARKER
                        || item == highest
                        || (!hasValue(line, item - 1) && !hasValue(line, item + 1));
            }

            @Override
            public boolean isItemLabelVisible(int series, int item) {
                return item == highest;
            }
        };
        renderer.setSeriesPaint(0, answer.measure().colour().color());
        renderer.setSeriesStroke(
                0, new BasicStroke(monthWidth < 3 ? 1.2f : 2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
        renderer.setDefaultItemLabelFont(theme.textFont());
        renderer.setDefaultItemLabelPaint(Palette.INK.color());
        renderer.setDefaultItemLabelGenerator((months, series, item) -> label(answer, line.getY(item)));
        renderer.setItemLabelInsets(new RectangleInsets(4, 4, 4, 4));
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(
                ItemLabelAnchor.OUTSIDE12, anchor(answer, line, highest, monthWidth, theme.textFont())));
        renderer.setDefaultNegativeItemLabelPosition(renderer.getDefaultPositiveItemLabelPosition());
        return renderer;
    }

    /** Above the middle of its point, unless it would leave the plot there. */
    private static TextAnchor anchor(Answer answer, XYSeries line, int highest, double monthWidth, Font font) {
        double half = Labels.width(label(answer, line.getY(highest)), font) / 2;
        if ((line.getItemCount() - highest - 0.5) * monthWidth < half) {
            return TextAnchor.BOTTOM_RIGHT;
        }
        return (highest + 0.5) * monthWidth < half ? TextAnchor.BOTTOM_LEFT : TextAnchor.BOTTOM_CENTER;
    }

    private static String label(Answer answer, Number value) {
        return answer.measure().format(new BigDecimal(value.toString()));
    }

    private static int highest(XYSeries line) {
        int highest = 0;
        for (int item = 1; item < line.getItemCount(); item++) {
            if (hasValue(line, item)
                    && line.getY(item).doubleValue() > line.getY(highest).doubleValue()) {
                highest = item;
            }
        }
        return highest;
    }

    private static boolean hasValue(XYSeries line, int item) {
        return item >= 0 && item < line.getItemCount() && line.getY(item) != null;
    }
}
