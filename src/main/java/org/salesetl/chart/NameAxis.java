package org.salesetl.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextFragment;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.ui.RectangleEdge;

/** An axis of labels that already fit, one for each row, each in a font that can write it. */
final class NameAxis extends CategoryAxis {

    private final List<String> labels;
    private final float textSize;
    private final int every;

    /** @param every 1 to write each label, 2 to write every second one where the rows are too narrow, and so on */
    NameAxis(List<String> labels, float textSize, int every) {
        this.labels = labels;
        this.textSize = textSize;
        this.every = every;
    }

    List<String> labels() {
        return labels;
    }

    /** One line, always: the inherited one breaks long names into lines, and cuts them between code units. */
    @Override
    @SuppressWarnings("rawtypes")
    protected TextBlock createLabel(Comparable row, float width, RectangleEdge edge, Graphics2D graphics) {
        int index = (Integer) row;
        String label = index % every == 0 ? labels.get(index) : "";
        Font font = Fonts.forText(label, textSize);
        TextBlock block = new TextBlock();
        block.addLine(new TextLine());
        block.getLastLine().addFragment(new TextFragment(label, font, Palette.INK.color()));
        return block;
    }
}
