package org.salesetl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesetl.vocabulary.Labelled;

class ReasonTest {

    @Test
    void countsInTheOrderOfTheContract() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::label))
                .containsExactly(
                        "bad_encoding",
                        "column_count",
                        "control_character",
                        "too_long",
                        "damaged_id",
                        "formula_error",
                        "missing_order_id",
                        "missing_customer_id",
                        "missing_product_id",
                        "bad_quantity",
                        "quantity_not_positive",
                        "bad_price",
                        "negative_price",
                        "missing_currency",
                        "bad_currency",
                        "bad_rate",
                        "bad_date",
                        "date_out_of_range",
                        "duplicate_id",
                        "unknown_customer",
                        "unknown_product",
                        "missing_price",
                        "missing_rate");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(Reason reason) {
        assertThat(Labelled.of(Reason.class, reason.label())).isEqualTo(reason);
    }
}
