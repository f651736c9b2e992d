package org.salesetl.chart;

import java.util.List;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;

/** The values at the ends of the bars. */
final class ValueLabels extends StandardCategoryItemLabelGenerator {

    private final List<String> labels;
    private final int every;

    ValueLabels(List<String> labels, int every) {
        this.labels = labels;
        this.every = every;
    }

    @Override
    public String generateLabel(CategoryDataset bars, int row, int column) {
        return column % every == 0 ? labels.get(column) : "";
    }
}
