package org.salesetl.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;

/** The frame of a chart with a sentence instead of a plot, because an empty plot would look like an error. */
final class EmptyChart {

    private EmptyChart() {}

    static JFreeChart chart(Answer answer, ChartSize size) {
        Theme theme = new Theme(size, answer.numbers());
        CategoryPlot plot = new CategoryPlot(null, null, null, null);
        plot.setNoDataMessage(answer.emptyMessage());
        plot.setNoDataMessageFont(Fonts.regular(size.width() < 420 ? 12f : 15f));
        plot.setNoDataMessagePaint(Palette.SLATE.color());
        plot.setRangeGridlinesVisible(false);
        return theme.frame(answer.title(), Subtitles.of(answer, 0), plot);
    }
}
