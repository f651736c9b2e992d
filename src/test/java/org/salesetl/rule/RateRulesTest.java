package org.salesetl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salesetl.mapping.Column.CURRENCY;
import static org.salesetl.mapping.Column.DATE;
import static org.salesetl.mapping.Column.RATE;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.layout.SomeRow;
import org.salesetl.validation.Judged;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;

class RateRulesTest {

    private final RateRules rules = new RateRules(LocalDate.of(2025, 2, 1));

    @Test
    void acceptAGoodRateAsItCame() {
        assertThat(Judged.value(judge(SomeRow.rate().atLine(3))))
                .isEqualTo(new Rate(3, "EUR", LocalDate.of(2025, 1, 31), new BigDecimal("1.0823")));
    }

    @ParameterizedTest
    @CsvSource({
        "RATE, '', BAD_RATE, 'expected a rate above zero and below 10,000,000,000, such as 0.9215, but the cell is empty'",
        "RATE, 0, BAD_RATE, 'expected a rate above zero and below 10,000,000,000, such as 0.9215, but found 0'",
        "RATE, -1.2, BAD_RATE, 'expected a rate above zero and below 10,000,000,000, such as 0.9215, but found -1.2'",
        "RATE, '1,2', BAD_RATE, 'expected a rate above zero and below 10,000,000,000, such as 0.9215, but found 1,2'",
        "RATE, 0.00000000001, BAD_RATE,",
        "RATE, 10000000000, BAD_RATE,",
        "DATE, 2025-02-30, BAD_DATE,",
        "DATE, 2025-02-03, DATE_OUT_OF_RANGE,",
        "CURRENCY, '', MISSING_CURRENCY, 'expected a currency such as EUR but the cell is empty'",
        "CURRENCY, taler, BAD_CURRENCY, 'expected a currency such as EUR but found taler'",
    })
    void rejectAWrongCell(org.salesetl.mapping.Column column, String cell, Reason reason, String message) {
        Judgement<Rate> judgement = judge(SomeRow.rate().with(column, cell));

        assertThat(Judged.reasons(judgement)).containsExactly(reason);
        if (message != null) {
            assertThat(Judged.messages(judgement)).containsExactly(message);
        }
    }

    @Test
    void rejectASecondRateOfTheSameDay() {
        judge(SomeRow.rate().with(RATE, "none"));
        judge(SomeRow.rate());
        judge(SomeRow.rate().with(DATE, "2025-01-30"));

        assertThat(Judged.reasons(judge(SomeRow.rate().with(CURRENCY, "€")))).containsExactly(Reason.DUPLICATE_ID);
        assertThat(Judged.reasons(judge(SomeRow.rate().with(CURRENCY, "GBP")))).isEmpty();
    }

    @Test
    void roundARateToTenDecimals() {
        Judgement<Rate> judgement = judge(SomeRow.rate().with(RATE, "0.00612345678951"));

        assertThat(Judged.value(judgement).rate()).isEqualTo(new BigDecimal("0.0061234568"));
        assertThat(Judged.repaired(judgement)).isTrue();
    }

    private Judgement<Rate> judge(SomeRow row) {
        return rules.judge(row.row());
    }
}
