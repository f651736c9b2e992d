package org.salesetl.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.math.BigDecimal;
import java.time.LocalDate;
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

/** A line over time on an axis from zero. The line has gaps for periods without sales. The highest value is written beside its point. */
final class TimeLine {

    private static final double ROOM_FOR_A_MARKER = 8;

    private TimeLine() {}

    static JFreeChart chart(Answer answer, ChartSize size) {
        Theme theme = new Theme(size, answer.numbers());
        List<BigDecimal> values = answer.values();
        XYSeries line = line(answer);
        TimeAxis timeAxis = new TimeAxis(answer);
        theme.style(timeAxis);

        Scale scale = Scale.covering(
                Collections.min(values).doubleValue(),
                Collections.max(values).doubleValue(),
                theme.plotHeight(),
                42,
                22,
                false);
        if (scale.lower() == 0) {
            theme.drawFloor(timeAxis);
        }
        double periodWidth = (theme.innerWidth() - 60) / line.getItemCount();
        XYPlot plot = new XYPlot(
                new XYSeriesCollection(line),
                timeAxis,
                theme.numberAxis(answer.measure().title(answer.numbers().words()), scale),
                renderer(answer, line, theme, periodWidth));
        theme.style(plot);
        return theme.frame(answer.title(), Subtitles.of(answer, answer.size()), plot);
    }

    /** The series of the line. A period without a row has no value, because a line over the period would show sales that did not happen. */
    private static XYSeries line(Answer answer) {
        List<LocalDate> periods = answer.periods();
        List<BigDecimal> values = answer.values();
        Map<LocalDate, BigDecimal> byPeriod = new TreeMap<>();
        IntStream.range(0, periods.size()).forEach(row -> byPeriod.put(periods.get(row), values.get(row)));
        XYSeries line = new XYSeries("periods", true, false);
        LocalDate last = Collections.max(periods);
        for (LocalDate period = Collections.min(periods);
                !period.isAfter(last);
                period = answer.by().next(period)) {
            line.add((double) TimeAxis.millis(period), byPeriod.get(period), false);
        }
        return line;
    }

    private static XYLineAndShapeRenderer renderer(Answer answer, XYSeries line, Theme theme, double periodWidth) {
        int highest = highest(line);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true) {
            /** If the periods are too narrow for markers, only points without neighbours have a marker: no line shows these points. */
            @Override
            public boolean getItemShapeVisible(int series, int item) {
                return periodWidth >= ROOM_FOR_A_MARKER
                        || item == highest
                        || (!hasValue(line, item - 1) && !hasValue(line, item + 1));
            }

            @Override
            public boolean isItemLabelVisible(int series, int item) {
                return item == highest;
            }
        };
        renderer.setSeriesPaint(0, Palette.of(answer.measure()).color());
        renderer.setSeriesStroke(
                0, new BasicStroke(periodWidth < 3 ? 1.2f : 2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
        renderer.setDefaultItemLabelFont(theme.textFont());
        renderer.setDefaultItemLabelPaint(Palette.INK.color());
        renderer.setDefaultItemLabelGenerator((periods, series, item) -> label(answer, line.getY(item)));
        renderer.setItemLabelInsets(new RectangleInsets(4, 4, 4, 4));
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(
                ItemLabelAnchor.OUTSIDE12, anchor(answer, line, highest, periodWidth, theme.textFont())));
        renderer.setDefaultNegativeItemLabelPosition(renderer.getDefaultPositiveItemLabelPosition());
        return renderer;
    }

    /** The place of the label: above the middle of its point, or shifted to one side if the label would leave the plot. */
    private static TextAnchor anchor(Answer answer, XYSeries line, int highest, double periodWidth, Font font) {
        double half = Labels.width(label(answer, line.getY(highest)), font) / 2;
        if ((line.getItemCount() - highest - 0.5) * periodWidth < half) {
            return TextAnchor.BOTTOM_RIGHT;
        }
        return (highest + 0.5) * periodWidth < half ? TextAnchor.BOTTOM_LEFT : TextAnchor.BOTTOM_CENTER;
    }

    private static String label(Answer answer, Number value) {
        return answer.format(new BigDecimal(value.toString()));
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
