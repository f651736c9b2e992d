package org.salesetl.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextFragment;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.ui.RectangleEdge;

/** An axis with a label for each row, in a font that can write the label. The labels already have the right length, and are broken into lines. */
final class NameAxis extends CategoryAxis {

    private final List<String> labels;
    private final float textSize;
    private final int every;

    /** @param every 1 to write all labels, 2 to write every second label because the rows are too narrow, and so on */
    NameAxis(List<String> labels, float textSize, int every) {
        this.labels = labels;
        this.textSize = textSize;
        this.every = every;
    }

    List<String> labels() {
        return labels;
    }

    /** The lines of the label. The inherited method breaks long names into lines of its own, and may cut a character in two. */
    @Override
    @SuppressWarnings("rawtypes")
    protected TextBlock createLabel(Comparable row, float width, RectangleEdge edge, Graphics2D graphics) {
        int index = (Integer) row;
        String label = index % every == 0 ? labels.get(index) : "";
        Font font = Fonts.forText(label, textSize);
        TextBlock block = new TextBlock();
        label.lines().forEach(line -> {
            TextLine written = new TextLine();
            written.addFragment(new TextFragment(line, font, Palette.INK.color()));
            block.addLine(written);
        });
        return block;
    }
}
