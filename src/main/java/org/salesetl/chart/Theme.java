package org.salesetl.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.salesetl.web.NumberStyle;

/** The look of all charts: a white background, a title, thin axes, and no decoration. */
final class Theme {

    static final double PADDING_LEFT = 16;
    static final double PADDING_RIGHT = 24;
    private static final double PADDING_TOP = 14;
    private static final double PADDING_BOTTOM = 12;
    private static final Stroke HAIRLINE = new BasicStroke(1f);

    private final ChartSize size;
    private final NumberStyle numbers;
    private final boolean small;

    Theme(ChartSize size, NumberStyle numbers) {
        this.size = size;
        this.numbers = numbers;
        this.small = size.width() < 420 || size.height() < 260;
    }

    /** The width between the paddings, in pixels. */
    double innerWidth() {
        return size.width() - PADDING_LEFT - PADDING_RIGHT;
    }

    /** The approximate height of the plot, without titles and a horizontal axis, in pixels. */
    double plotHeight() {
        return Math.max(40, size.height() - PADDING_TOP - PADDING_BOTTOM - (small ? 60 : 96));
    }

    float textSize() {
        return small ? 10f : 11.5f;
    }

    Font textFont() {
        return Fonts.regular(textSize());
    }

    /** A chart with a title, a subtitle and the plot below them. */
    JFreeChart frame(String title, String subtitle, Plot plot) {
        plot.setBackgroundPaint(Palette.PAPER.color());
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);

        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Palette.PAPER.color());
        chart.setPadding(new RectangleInsets(PADDING_TOP, PADDING_LEFT, PADDING_BOTTOM, PADDING_RIGHT));
        chart.setTitle(line(title, Fonts.title(small ? 13f : 18f), Palette.INK, small ? 4 : 3));
        if (size.height() >= 200) {
            chart.addSubtitle(line(subtitle, Fonts.regular(small ? 10f : 12.5f), Palette.SLATE, small ? 6 : 14));
        }
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        chart.getRenderingHints().put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        chart.getRenderingHints().put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
        return chart;
    }

    private static TextTitle line(String text, Font font, Palette colour, double below) {
        TextTitle title = new TextTitle(
                text,
                font,
                colour.color(),
                RectangleEdge.TOP,
                HorizontalAlignment.LEFT,
                VerticalAlignment.TOP,
                new RectangleInsets(0, 0, below, 0));
        title.setMaximumLinesToDisplay(2);
        return title;
    }

    /** An axis of numbers over the range of the scale, with compact ticks. */
    NumberAxis numberAxis(String label, Scale scale) {
        NumberAxis axis = new NumberAxis();
        style(axis, label);
        axis.setRange(scale.lower(), scale.upper());
        axis.setTickUnit(new NumberTickUnit(scale.step(), tickFormat()));
        return axis;
    }

    /** The format for the ticks of an axis of numbers. */
    CompactFormat tickFormat() {
        return new CompactFormat(numbers);
    }

    /** Styles an axis with a label. A small chart has no label, because its subtitle names the measure. */
    void style(Axis axis, String label) {
        style(axis);
        axis.setLabel(small ? null : label);
        axis.setLabelFont(textFont());
        axis.setLabelPaint(Palette.SLATE.color());
        axis.setLabelInsets(new RectangleInsets(4, 4, 4, 4));
    }

    /** Styles an axis of names, days or months, which needs no label. */
    void style(Axis axis) {
        axis.setTickLabelFont(textFont());
        axis.setTickLabelPaint(Palette.SLATE.color());
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        if (axis instanceof ValueAxis valueAxis) {
            valueAxis.setAutoRange(false);
            valueAxis.setMinorTickMarksVisible(false);
        }
    }

    /** Draws the line below columns, lines and points. */
    void drawFloor(Axis axis) {
        axis.setAxisLineVisible(true);
        axis.setAxisLinePaint(Palette.BASELINE.color());
        axis.setAxisLineStroke(HAIRLINE);
    }

    void style(CategoryPlot plot) {
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(true);
        plot.setRangeGridlinePaint(Palette.GRID.color());
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Palette.BASELINE.color());
        plot.setRangeZeroBaselineStroke(HAIRLINE);
    }

    void style(XYPlot plot) {
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(true);
        plot.setRangeGridlinePaint(Palette.GRID.color());
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Palette.BASELINE.color());
        plot.setRangeZeroBaselineStroke(HAIRLINE);
    }
}
