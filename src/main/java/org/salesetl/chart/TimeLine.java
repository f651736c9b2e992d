package org.salesetl.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
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
import org.jspecify.annotations.Nullable;

/** A line over time on an axis from zero. The highest value is written beside its point. */
final class TimeLine {

    private static final double ROOM_FOR_A_MARKER = 8;

    private TimeLine() {}

    static JFreeChart chart(Answer answer, ChartSize size) {
        Theme theme = new Theme(size, answer.numbers());
        List<BigDecimal> values = new ArrayList<>(answer.values());
        answer.lineBefore().values().stream().filter(Objects::nonNull).forEach(values::add);
        XYSeries line = series("periods", answer.line());
        XYSeries before = series("before", answer.lineBefore());
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
        if (before.getItemCount() > 0) {
            // a plot draws its later data first
            plot.setDataset(1, new XYSeriesCollection(before));
            plot.setRenderer(1, rendererBefore(answer, before));
        }
        theme.style(plot);
        return theme.frame(answer.title(), Subtitles.of(answer, answer.size()), plot);
    }

    private static XYSeries series(String name, SortedMap<LocalDate, @Nullable BigDecimal> values) {
        XYSeries line = new XYSeries(name, true, false);
        values.forEach((period, value) -> line.add((double) TimeAxis.millis(period), value, false));
        return line;
    }

    private static XYLineAndShapeRenderer rendererBefore(Answer answer, XYSeries line) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true) {
            /** Only a point without neighbours has a marker: no line shows it. */
            @Override
            public boolean getItemShapeVisible(int series, int item) {
                return !hasValue(line, item - 1) && !hasValue(line, item + 1);
            }
        };
        renderer.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
        renderer.setSeriesPaint(0, Palette.of(answer.measure()).pale());
        renderer.setSeriesStroke(0, new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return renderer;
    }

    /** For each item of the line, whether the slice or the data has only a part of its period. */
    private static boolean[] parts(Answer answer) {
        List<LocalDate> periods = List.copyOf(answer.line().keySet());
        boolean[] parts = new boolean[periods.size()];
        IntStream.range(0, parts.length).forEach(item -> parts[item] = answer.isPart(periods.get(item)));
        return parts;
    }

    private static XYLineAndShapeRenderer renderer(Answer answer, XYSeries line, Theme theme, double periodWidth) {
        int highest = highest(line);
        boolean[] parts = parts(answer);
        float width = periodWidth < 3 ? 1.2f : 2f;
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true) {
            /** If the periods are too narrow for markers, only points without neighbours have a marker: no line shows these points. */
            @Override
            public boolean getItemShapeVisible(int series, int item) {
                return periodWidth >= ROOM_FOR_A_MARKER
                        || parts[item]
                        || item == highest
                        || (!hasValue(line, item - 1) && !hasValue(line, item + 1));
            }

            /** A period of which only a part is known has a hollow marker, and the line that leads to it is dashed: it is no fall. */
            @Override
            public boolean getItemShapeFilled(int series, int item) {
                return !parts[item];
            }

            @Override
            public Stroke getItemStroke(int series, int item) {
                boolean isDashed = parts[item] || (item == 1 && parts[0]);
                return isDashed ? dashed(width) : super.getItemStroke(series, item);
            }

            @Override
            public boolean isItemLabelVisible(int series, int item) {
                return item == highest;
            }
        };
        renderer.setSeriesPaint(0, Palette.of(answer.measure()).color());
        renderer.setSeriesStroke(0, new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
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

    private static Stroke dashed(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {4f, 4f}, 0f);
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
