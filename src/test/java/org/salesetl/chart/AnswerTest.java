package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.salesetl.metric.Measure;
import org.salesetl.metric.Metric;
import org.salesetl.vocabulary.Quantity;
import org.salesetl.web.NumberStyle;

class AnswerTest {

    private final NumberStyle english = new NumberStyle(Locale.UK, null);

    /** Then the grid of a chart has no line between two whole numbers. */
    @Test
    void isWholeAsLongAsNoQuantityHasDecimals() {
        assertThat(answer("12", "6.0000").isWhole()).isTrue();
        assertThat(answer("12", "0.3500").isWhole()).isFalse();
        assertThat(new Answer(Results.of(Metric.CATEGORY_REVENUE, "Fruit", new BigDecimal("12.00")), english).isWhole())
                .isFalse();
    }

    @Test
    void writesQuantitiesWithNoMoreDecimalsThanTheyHave() {
        Answer answer = answer("1200", "0.3500");

        assertThat(answer.values()).extracting(answer::format).containsExactly("1,200", "0.35");
        assertThat(answer.count(new BigDecimal("0.35"), Measure.UNITS)).isEqualTo("0.35 units");
    }

    private Answer answer(String first, String second) {
        return new Answer(
                Results.of(Metric.QUANTITY_PER_CATEGORY, "Home", quantity(first), "Fruit", quantity(second)), english);
    }

    private static Quantity quantity(String units) {
        return new Quantity(new BigDecimal(units));
    }
}
