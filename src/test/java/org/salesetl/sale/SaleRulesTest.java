package org.salesetl.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salesetl.mapping.Column.CUSTOMER_ID;
import static org.salesetl.mapping.Column.ORDER_DATE;
import static org.salesetl.mapping.Column.ORDER_ID;
import static org.salesetl.mapping.Column.PRICE;
import static org.salesetl.mapping.Column.PRODUCT_ID;
import static org.salesetl.mapping.Column.QUANTITY;
import static org.salesetl.mapping.Column.SALE_ID;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.WorkFolder;
import org.salesetl.layout.SomeRow;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Terms;
import org.salesetl.validation.Fault;
import org.salesetl.validation.Judged;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;

class SaleRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 1, 31);

    @TempDir
    static Path folder;

    private final SaleRules rules = new SaleRules(TODAY, WorkFolder.at(folder));

    @Test
    void acceptsAGoodSaleAsItCame() {
        Judgement<Sale> judgement = judge(SomeRow.sale().atLine(9));

        assertThat(Judged.value(judgement))
                .isEqualTo(new Sale(9, "S1", null, "O1", "C1", "P1", TODAY, 2, new BigDecimal("1.25"), null, null));
        assertThat(Judged.repaired(judgement)).isFalse();
    }

    @Test
    void rejectsSaleWithoutOrder() {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(ORDER_ID, "")))).containsExactly(Reason.MISSING_ORDER_ID);
    }

    @Test
    void rejectsSaleWithoutAnyOfTheTwoIds() {
        Judgement<Sale> judgement = judge(SomeRow.sale().without(ORDER_ID).with(SALE_ID, ""));

        assertThat(Judged.reasons(judgement)).containsExactly(Reason.MISSING_ORDER_ID);
        assertThat(Judged.messages(judgement)).containsExactly("expected sale_id but the cell is empty");
    }

    @Test
    void rejectsSaleWithoutCustomer() {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(CUSTOMER_ID, "\u00A0"))))
                .containsExactly(Reason.MISSING_CUSTOMER_ID);
    }

    @Test
    void rejectsSaleWithoutProduct() {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(PRODUCT_ID, "NaN"))))
                .containsExactly(Reason.MISSING_PRODUCT_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "three", "1.5", "2147483648", "-2147483648", "1,0", "12,50", "1e3", "NULL"})
    void rejectsAQuantityThatIsNoWholeNumber(String quantity) {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(QUANTITY, quantity))))
                .containsExactly(Reason.BAD_QUANTITY);
    }

    @ParameterizedTest
    @CsvSource({"6, 6", "6.0, 6", "6.000, 6", "'1,060', 1060", "+3, 3", "2147483647, 2147483647", "007, 7"})
    void readsWholeNumbersAsPeopleWriteThem(String written, int quantity) {
        assertThat(Judged.value(judge(SomeRow.sale().with(QUANTITY, written))).quantity())
                .isEqualTo(quantity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-0", "-2147483647"})
    void rejectsAQuantityThatIsNotPositive(String quantity) {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(QUANTITY, quantity))))
                .containsExactly(Reason.QUANTITY_NOT_POSITIVE);
    }

    @Test
    void acceptsReturnsWhereTheyAreWanted() {
        Terms accepting = new Terms(false, true);

        assertThat(Judged.value(judge(SomeRow.sale().with(QUANTITY, "-3").on(accepting)))
                        .quantity())
                .isEqualTo(-3);
        assertThat(Judged.reasons(judge(
                        SomeRow.sale().with(SALE_ID, "S2").with(QUANTITY, "0").on(accepting))))
                .containsExactly(Reason.QUANTITY_NOT_POSITIVE);
    }

    @Test
    void rejectsAPriceThatIsNoNumber() {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(PRICE, "12,5O")))).containsExactly(Reason.BAD_PRICE);
    }

    @Test
    void rejectsANegativePrice() {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(PRICE, "-1")))).containsExactly(Reason.NEGATIVE_PRICE);
    }

    @Test
    void acceptsASaleWithoutPrice() {
        assertThat(Judged.value(judge(SomeRow.sale().with(PRICE, ""))).unitPrice())
                .isNull();
        assertThat(Judged.value(judge(SomeRow.sale().with(SALE_ID, "S2").without(PRICE)))
                        .unitPrice())
                .isNull();
    }

    @Test
    void countsARoundedPriceAsRepaired() {
        Judgement<Sale> judgement = judge(SomeRow.sale().with(PRICE, "1.00005"));

        assertThat(Judged.value(judgement).unitPrice()).isEqualTo("1.0001");
        assertThat(Judged.repaired(judgement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "31.01.2025", "", "10-02-2016"})
    void rejectsADateThatIsNoneOrCouldBeTwo(String date) {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(ORDER_DATE, date)))).containsExactly(Reason.BAD_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "0001-01-01", "2025-02-02", "9999-12-31"})
    void rejectsADateOutOfRange(String date) {
        Judgement<Sale> judgement = judge(SomeRow.sale().with(ORDER_DATE, date));

        assertThat(Judged.reasons(judgement)).containsExactly(Reason.DATE_OUT_OF_RANGE);
        assertThat(Judged.messages(judgement))
                .containsExactly("expected a date from 1900-01-01 to 2025-02-01 but found " + date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2025-01-31T23:59:59-12:00", "2025-02-01"})
    void acceptsTheFirstAndTheLastDay(String date) {
        assertThat(Judged.value(judge(SomeRow.sale().with(ORDER_DATE, date))).date())
                .isEqualTo(date.substring(0, 10));
    }

    @Test
    void rejectsASaleIdThatAnEarlierValidRowHas() {
        judge(SomeRow.sale().with(QUANTITY, "x"));
        assertThat(Judged.reasons(judge(SomeRow.sale()))).isEmpty();

        assertThat(Judged.reasons(judge(SomeRow.sale().with(ORDER_ID, "O2")))).containsExactly(Reason.DUPLICATE_ID);
        assertThat(Judged.reasons(judge(SomeRow.sale().with(SALE_ID, "s1")))).isEmpty();
    }

    @Test
    void takesTheSaleIdForTheOrderWhereTheFileHasNone() {
        Sale sale = Judged.value(judge(SomeRow.sale().without(ORDER_ID)));

        assertThat(sale.orderId()).isEqualTo("S1");
        assertThat(sale.saleId()).isEqualTo("S1");
    }

    @Test
    void makesUpSaleIdsByTheNthOccurrenceOfOrderAndProduct() {
        SomeRow row = SomeRow.sale().without(SALE_ID);

        assertThat(madeUp(row)).isEqualTo("O1\u001FP1\u001F1");
        assertThat(madeUp(row)).isEqualTo("O1\u001FP1\u001F2");
        assertThat(madeUp(row.with(PRODUCT_ID, "P2"))).isEqualTo("O1\u001FP2\u001F1");
        assertThat(madeUp(row.with(ORDER_ID, "O1\u00A0"))).isEqualTo("O1\u001FP1\u001F3");
        assertThat(madeUp(row.with(ORDER_ID, "o1"))).isEqualTo("o1\u001FP1\u001F1");
    }

    @Test
    void countsBadRowsAsOccurrencesSoThatCorrectingOneShiftsNoOther() {
        SomeRow row = SomeRow.sale().without(SALE_ID);
        judge(row.with(ORDER_DATE, "never"));

        assertThat(madeUp(row)).isEqualTo("O1\u001FP1\u001F2");
    }

    @Test
    void makesUpAnIdForARowThatBringsNone() {
        assertThat(madeUp(SomeRow.sale().with(SALE_ID, ""))).isEqualTo("O1\u001FP1\u001F1");
    }

    @Test
    void tellsWhichOccurrenceARejectedSaleWithoutIdIs() {
        SomeRow row = SomeRow.sale().without(SALE_ID);

        assertThat(occurrence(judge(row))).isNull();
        assertThat(occurrence(judge(row.with(ORDER_DATE, "never")))).isEqualTo(2);
        assertThat(occurrence(rules.reject(row.row(), new Fault(Reason.BAD_ENCODING, null, null, "why"))))
                .isEqualTo(3);
        assertThat(occurrence(judge(row.with(PRODUCT_ID, "")))).isNull();
        assertThat(occurrence(judge(SomeRow.sale().with(ORDER_DATE, "never")))).isNull();
        assertThat(madeUp(row)).isEqualTo("O1\u001FP1\u001F4");
    }

    private static @Nullable Integer occurrence(Judgement<Sale> judgement) {
        return judgement instanceof Judgement.Rejected<Sale> rejected ? rejected.occurrence() : null;
    }

    @Test
    void makesUpIdsThatFitTheirColumn() {
        Sale sale = Judged.value(judge(
                SomeRow.sale().without(SALE_ID).with(ORDER_ID, "😀".repeat(64)).with(PRODUCT_ID, "x".repeat(64))));

        assertThat(sale.saleId().codePointCount(0, sale.saleId().length())).isLessThanOrEqualTo(160 - 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDER_ID", "SALE_ID", "CUSTOMER_ID", "PRODUCT_ID"})
    void rejectsAnIdThatIsTooLong(String column) {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(Column.valueOf(column), "x".repeat(65)))))
                .containsExactly(Reason.TOO_LONG);
    }

    @Test
    void namesATooLongIdOnceWhereItStandsForTheOrderToo() {
        assertThat(Judged.reasons(judge(SomeRow.sale().without(ORDER_ID).with(SALE_ID, "x".repeat(65)))))
                .containsExactly(Reason.TOO_LONG);
    }

    @Test
    void namesEveryReasonInTheOrderOfTheContract() {
        judge(SomeRow.sale());

        assertThat(Judged.reasons(judge(SomeRow.sale()
                        .with(ORDER_ID, "")
                        .with(CUSTOMER_ID, "")
                        .with(PRODUCT_ID, "")
                        .with(QUANTITY, "")
                        .with(PRICE, "x")
                        .with(ORDER_DATE, "x"))))
                .containsExactly(
                        Reason.MISSING_ORDER_ID,
                        Reason.MISSING_CUSTOMER_ID,
                        Reason.MISSING_PRODUCT_ID,
                        Reason.BAD_QUANTITY,
                        Reason.BAD_PRICE,
                        Reason.BAD_DATE,
                        Reason.DUPLICATE_ID);
        assertThat(Judged.reasons(judge(SomeRow.sale()
                        .with(ORDER_ID, "\u0000")
                        .with(CUSTOMER_ID, "x".repeat(65))
                        .with(QUANTITY, "-1")
                        .with(PRICE, "-1")
                        .with(ORDER_DATE, "1800-01-01"))))
                .containsExactly(
                        Reason.CONTROL_CHARACTER,
                        Reason.TOO_LONG,
                        Reason.QUANTITY_NOT_POSITIVE,
                        Reason.NEGATIVE_PRICE,
                        Reason.DATE_OUT_OF_RANGE,
                        Reason.DUPLICATE_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#REF!",
                "#VALUE!",
                "#DIV/0!",
                "#NAME?",
                "#NUM!",
                "#NULL!",
                "#¡DIV/0!",
                "#BEZUG!",
                "Err:508",
                "=B2*C2"
            })
    void rejectsAFormulaWithoutAResultWhereTheRowNeedsOne(String cell) {
        for (Column column : new Column[] {ORDER_ID, CUSTOMER_ID, PRODUCT_ID, QUANTITY, PRICE, ORDER_DATE}) {
            Judgement<Sale> judgement = judge(SomeRow.sale().with(column, cell));

            assertThat(Judged.reasons(judgement)).as(column.label()).containsExactly(Reason.FORMULA_ERROR);
            assertThat(Judged.messages(judgement))
                    .containsExactly("expected a value, not a formula without a result, but found " + cell);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1001", "#A!b", "Error", "=", "=\"00042\""})
    void takesNoOtherIdForAFormulaWithoutAResult(String id) {
        assertThat(Judged.value(judge(SomeRow.sale().with(ORDER_ID, id))).orderId())
                .isEqualTo(id);
    }

    private String madeUp(SomeRow row) {
        return Judged.value(judge(row)).saleId();
    }

    private Judgement<Sale> judge(SomeRow row) {
        return rules.judge(row.row());
    }
}
