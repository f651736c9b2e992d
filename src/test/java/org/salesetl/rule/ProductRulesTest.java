package org.salesetl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salesetl.mapping.Column.CATEGORY;
import static org.salesetl.mapping.Column.COST_PRICE;
import static org.salesetl.mapping.Column.NAME;
import static org.salesetl.mapping.Column.PRICE;
import static org.salesetl.mapping.Column.PRODUCT_ID;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.layout.SomeRow;
import org.salesetl.mapping.Column;
import org.salesetl.validation.Judged;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;

class ProductRulesTest {

    private final ProductRules rules = new ProductRules();

    @Test
    void acceptsAGoodProductAsItCame() {
        Judgement<Product> judgement = judge(SomeRow.product().atLine(3));

        assertThat(Judged.value(judgement))
                .isEqualTo(new Product(3, "P1", "Pen", "Office", new BigDecimal("0.75"), new BigDecimal("1.50")));
        assertThat(Judged.repaired(judgement)).isFalse();
    }

    @Test
    void rejectsProductWithoutId() {
        assertThat(Judged.reasons(judge(SomeRow.product().with(PRODUCT_ID, " "))))
                .containsExactly(Reason.MISSING_PRODUCT_ID);
    }

    @ParameterizedTest
    @EnumSource(names = {"PRICE", "COST_PRICE"})
    void rejectsAPriceThatIsNoNumber(Column column) {
        Judgement<Product> judgement = judge(SomeRow.product().with(column, "12,50"));

        assertThat(Judged.reasons(judgement)).containsExactly(Reason.BAD_PRICE);
        assertThat(Judged.messages(judgement)).containsExactly("expected a number such as 1060.22 but found 12,50");
    }

    @ParameterizedTest
    @EnumSource(names = {"PRICE", "COST_PRICE"})
    void rejectsANegativePrice(Column column) {
        Judgement<Product> judgement = judge(SomeRow.product().with(column, "-0.00001"));

        assertThat(Judged.reasons(judgement)).containsExactly(Reason.NEGATIVE_PRICE);
        assertThat(Judged.messages(judgement)).containsExactly("expected a price of zero or more but found -0.00001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000", "999999999999999.99995", "1" + "0000000000" + "0000000000"})
    void rejectsAPriceThatIsTooLargeToKeep(String price) {
        assertThat(Judged.reasons(judge(SomeRow.product().with(PRICE, price)))).containsExactly(Reason.BAD_PRICE);
    }

    @Test
    void rejectsAnIdThatAnEarlierValidRowHas() {
        judge(SomeRow.product().with(PRICE, "x"));
        assertThat(Judged.reasons(judge(SomeRow.product()))).isEmpty();

        assertThat(Judged.reasons(judge(SomeRow.product()))).containsExactly(Reason.DUPLICATE_ID);
    }

    @Test
    void takesIdsThatDifferInCaseOrZeroesForDifferentProducts() {
        for (String id : List.of("85123A", "85123a", "007", "7")) {
            assertThat(Judged.reasons(judge(SomeRow.product().with(PRODUCT_ID, id))))
                    .as(id)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "0 → 0 → false",
                "0.001 → 0.001 → false",
                "0.0001 → 0.0001 → false",
                "1.23455 → 1.2346 → true",
                "1.23454 → 1.2345 → true",
                "0.00005 → 0.0001 → true",
                "0.00004 → 0 → true",
                "$1,060.22 → 1060.22 → false",
                "999999999999999.9999 → 999999999999999.9999 → false",
            })
    void keepsFourDecimalsOfAPrice(String written, BigDecimal kept, boolean repaired) {
        Judgement<Product> judgement = judge(SomeRow.product().with(PRICE, written));

        assertThat(Judged.value(judgement).price()).isEqualByComparingTo(kept);
        assertThat(Judged.repaired(judgement)).isEqualTo(repaired);
    }

    @Test
    void acceptsAProductWithoutPrices() {
        Judgement<Product> judgement = judge(SomeRow.product().with(PRICE, "").with(COST_PRICE, "NULL"));

        assertThat(Judged.value(judgement).price()).isNull();
        assertThat(Judged.value(judgement).costPrice()).isNull();
        assertThat(Judged.repaired(judgement)).isFalse();
    }

    @Test
    void fillsInNameAndCategory() {
        Judgement<Product> judgement = judge(SomeRow.product().with(NAME, "").with(CATEGORY, "#N/A"));

        assertThat(Judged.value(judgement).name()).isEqualTo("P1");
        assertThat(Judged.value(judgement).category()).isEqualTo("Unknown");
        assertThat(Judged.repaired(judgement)).isTrue();
    }

    @Test
    void namesEveryReasonInTheOrderOfTheContract() {
        judge(SomeRow.product());

        assertThat(Judged.reasons(judge(SomeRow.product()
                        .with(NAME, "\u0000")
                        .with(CATEGORY, "x".repeat(256))
                        .with(COST_PRICE, "-1")
                        .with(PRICE, "one"))))
                .containsExactly(
                        Reason.CONTROL_CHARACTER,
                        Reason.TOO_LONG,
                        Reason.BAD_PRICE,
                        Reason.NEGATIVE_PRICE,
                        Reason.DUPLICATE_ID);
    }

    private Judgement<Product> judge(SomeRow row) {
        return rules.judge(row.row());
    }
}
