package org.salesetl.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;
import org.jspecify.annotations.Nullable;

/** Bars without shadows or gradients. Negative bars have another colour, and bars for comparison are pale. */
final class FlatBars extends BarRenderer {

    private static final double OVERHANG = 2;
    private static final double THICKNESS = 2;

    private final CategoryDataset bars;
    private final Palette colour;
    private final List<@Nullable BigDecimal> before;
    private final IntPredicate isPale;

    /**
     * @param before the value of each bar a year before, which gets a mark; null for no mark
     * @param isPale whether the bar of a row is pale
     */
    FlatBars(CategoryDataset bars, Palette colour, List<@Nullable BigDecimal> before, IntPredicate isPale) {
        this.isPale = isPale;
        this.bars = bars;
        this.colour = colour;
        this.before = before;
        setBarPainter(new OnWholePixels());
        setShadowVisible(false);
        setDrawBarOutline(false);
        setIncludeBaseInRange(true);
    }

    @Override
    public Paint getItemPaint(int row, int column) {
        Number value = bars.getValue(row, column);
        Palette shown = value != null && value.doubleValue() < 0 ? Palette.VERMILLION : colour;
        return isPale.test(column) ? shown.pale() : shown.color();
    }

    /** Draws a bar, and a mark across the bar at the value of the year before. */
    @Override
    public void drawItem(
            Graphics2D graphics,
            CategoryItemRendererState state,
            Rectangle2D dataArea,
            CategoryPlot plot,
            CategoryAxis domainAxis,
            ValueAxis rangeAxis,
            CategoryDataset data,
            int row,
            int column,
            int pass) {
        BigDecimal value = before.get(column);
        if (value == null) {
            super.drawItem(graphics, state, dataArea, plot, domainAxis, rangeAxis, data, row, column, pass);
            return;
        }
        double start = calculateBarW0(plot, plot.getOrientation(), dataArea, domainAxis, state, row, column) - OVERHANG;
        double length = state.getBarWidth() + 2 * OVERHANG;
        double at = Math.rint(rangeAxis.valueToJava2D(value.doubleValue(), dataArea, plot.getRangeAxisEdge())) - 1;
        Rectangle2D mark = plot.getOrientation().isVertical()
                ? new Rectangle2D.Double(start, at, length, THICKNESS)
                : new Rectangle2D.Double(at, start, THICKNESS, length);
        double now = data.getValue(row, column).doubleValue();
        boolean isOnBar = value.signum() * now >= 0 && Math.abs(value.doubleValue()) <= Math.abs(now);
        // beyond the bar, the mark is behind the label of the bar
        if (!isOnBar) {
            fill(graphics, mark);
        }
        super.drawItem(graphics, state, dataArea, plot, domainAxis, rangeAxis, data, row, column, pass);
        if (isOnBar) {
            fill(graphics, mark);
        }
    }

    private static void fill(Graphics2D graphics, Rectangle2D mark) {
        graphics.setPaint(Palette.INK.color());
        graphics.fill(mark);
    }

    /** Draws the label on a rectangle in the colour of the paper, so that no grid line crosses the label. */
    @Override
    protected void drawItemLabel(
            Graphics2D graphics,
            CategoryDataset data,
            int row,
            int column,
            CategoryPlot plot,
            CategoryItemLabelGenerator labels,
            Rectangle2D bar,
            boolean negative) {
        Font font = getItemLabelFont(row, column);
        double width = Labels.width(labels.generateLabel(data, row, column), font);
        double height = font.getSize2D();
        if (width > 0) {
            double gap = getItemLabelInsets().getLeft();
            graphics.setPaint(Palette.PAPER.color());
            graphics.fill(
                    plot.getOrientation().isVertical()
                            ? new Rectangle2D.Double(
                                    bar.getCenterX() - width / 2, bar.getMinY() - gap - height, width, height)
                            : new Rectangle2D.Double(
                                    negative ? bar.getMinX() - gap - width : bar.getMaxX() + gap,
                                    bar.getCenterY() - height / 2,
                                    width,
                                    height));
        }
        super.drawItemLabel(graphics, data, row, column, plot, labels, bar, negative);
    }

    /** Paints bars on whole pixels, because an edge between two pixels would look blurred. */
    private static final class OnWholePixels implements BarPainter {

        @Override
        public void paintBar(
                Graphics2D graphics,
                BarRenderer renderer,
                int row,
                int column,
                RectangularShape bar,
                RectangleEdge base) {
            double left = Math.rint(bar.getMinX());
            double top = Math.rint(bar.getMinY());
            graphics.setPaint(renderer.getItemPaint(row, column));
            graphics.fill(
                    new Rectangle2D.Double(left, top, Math.rint(bar.getMaxX()) - left, Math.rint(bar.getMaxY()) - top));
        }

        @Override
        public void paintBarShadow(
                Graphics2D graphics,
                BarRenderer renderer,
                int row,
                int column,
                RectangularShape bar,
                RectangleEdge base,
                boolean pegShadow) {
            // bars have no shadows
        }
    }
}
