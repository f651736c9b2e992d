package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.mapping.Column;
import org.salesetl.notation.DecimalMark;

class DecimalMarksTest {

    private static final DecimalMarks MIXED = new DecimalMarks(
            DecimalMark.POINT,
            Map.of(
                    Column.PRICE, DecimalMark.COMMA,
                    Column.AMOUNT, DecimalMark.COMMA,
                    Column.QUANTITY, DecimalMark.POINT));

    @Test
    void hasALabelThatTheLedgerKeeps() {
        assertThat(DecimalMarks.POINT.label()).isEqualTo("point");
        assertThat(DecimalMarks.all(DecimalMark.COMMA).label()).isEqualTo("comma");
        assertThat(MIXED.label()).isEqualTo("point,price=comma,amount=comma");
    }

    @Test
    void readsItsLabel() {
        assertThat(DecimalMarks.ofLabel("comma")).isEqualTo(DecimalMarks.all(DecimalMark.COMMA));
        assertThat(DecimalMarks.ofLabel(MIXED.label())).isEqualTo(MIXED);
    }
}
