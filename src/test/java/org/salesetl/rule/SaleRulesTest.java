package org.salesetl.rule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.salesetl.mapping.Column.AMOUNT;
import static org.salesetl.mapping.Column.CURRENCY;
import static org.salesetl.mapping.Column.CUSTOMER_ID;
import static org.salesetl.mapping.Column.ORDER_DATE;
import static org.salesetl.mapping.Column.ORDER_ID;
import static org.salesetl.mapping.Column.PRICE;
import static org.salesetl.mapping.Column.PRODUCT_ID;
import static org.salesetl.mapping.Column.QUANTITY;
import static org.salesetl.mapping.Column.SALE_ID;
import static org.salesetl.mapping.Column.STATUS;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.layout.Row;
import org.salesetl.layout.SomeRow;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Terms;
import org.salesetl.validation.Fault;
import org.salesetl.validation.Judged;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;
import org.salesetl.validation.UnloadedSale;
import org.salesetl.vocabulary.Quantity;
import org.salesetl.work.WorkFolder;

class SaleRulesTest {

    private static final Terms GUESTS = new Terms(true, false);
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 31);

    @TempDir
    static Path folder;

    private final SaleRules rules = new SaleRules(TODAY, new KeysOfFile(WorkFolder.at(folder)));

    @Test
    void tellsReceiptsOfTwoDaysApartWhereTheirNumbersStartAgain() {
        SomeRow receipt = SomeRow.sale().without(SALE_ID).with(ORDER_ID, "1").on(GUESTS.withOrdersOfDay());

        Sale first = Judged.value(judge(receipt.with(ORDER_DATE, "2025-01-30")));
        Sale second = Judged.value(judge(receipt.with(ORDER_DATE, "2025-01-31")));

        assertThat(first.orderId()).isEqualTo("2025-01-30 1");
        assertThat(first.saleId()).isEqualTo("2025-01-30 1\u001FP1\u001F1");
        assertThat(second.saleId()).isEqualTo("2025-01-31 1\u001FP1\u001F1");
        assertThat(Judged.reasons(judge(receipt.with(ORDER_DATE, "soon")))).containsExactly(Reason.BAD_DATE);
        assertThat(Judged.reasons(judge(receipt.with(ORDER_ID, "1".repeat(54)))))
                .containsExactly(Reason.TOO_LONG);
        assertThat(Judged.reasons(judge(receipt.with(ORDER_ID, "1".repeat(53)))))
                .isEmpty();
    }

    @Test
    void acceptsAGoodSaleAsItCame() {
        Judgement<Sale> judgement = judge(SomeRow.sale().atLine(9));

        assertThat(Judged.value(judgement))
                .isEqualTo(new Sale(
                        9,
                        "S1",
                        null,
                        "O1",
                        "C1",
                        "P1",
                        TODAY,
                        quantity("2"),
                        new BigDecimal("1.25"),
                        null,
                        null,
                        null,
                        null));
        assertThat(Judged.repaired(judgement)).isFalse();
    }

    @Test
    void rejectsSaleWithoutOrder() {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(ORDER_ID, "")))).containsExactly(Reason.MISSING_ORDER_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23457E+12", "1,23E+09", "1E+15"})
    void rejectsAnIdThatASpreadsheetHasRounded(String id) {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(PRODUCT_ID, id)))).containsExactly(Reason.DAMAGED_ID);
        assertThat(Judged.messages(judge(SomeRow.sale().with(PRODUCT_ID, id))).get(0))
                .isEqualTo(
                        "expected an id with all its digits, not one that a spreadsheet has rounded, but found " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"E+1", "1E+", "1E5", "12E+5x", "SKU-1E+5", "1.2.3E+5"})
    void acceptsIdsThatOnlyLookAlike(String id) {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(PRODUCT_ID, id)))).isEmpty();
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

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00A0", "NULL"})
    void acceptsSaleWithoutCustomerWhereGuestsAreAccepted(String customer) {
        Sale sale =
                Judged.value(judge(SomeRow.sale().with(CUSTOMER_ID, customer).on(GUESTS)));

        assertThat(sale.customerId()).isEmpty();
        assertThat(sale.isGuestSale()).isTrue();
    }

    @Test
    void acceptsSaleOfAFileWithoutACustomerColumnWhereGuestsAreAccepted() {
        assertThat(Judged.value(judge(SomeRow.sale().without(CUSTOMER_ID).on(GUESTS)))
                        .isGuestSale())
                .isTrue();
    }

    @Test
    void keepsTheCustomerOfASaleWhereGuestsAreAccepted() {
        assertThat(Judged.value(judge(SomeRow.sale().on(GUESTS))).customerId()).isEqualTo("C1");
        assertThat(Judged.reasons(judge(SomeRow.sale()
                        .with(SALE_ID, "S2")
                        .with(CUSTOMER_ID, "C".repeat(65))
                        .on(GUESTS))))
                .containsExactly(Reason.TOO_LONG);
    }

    @Test
    void rejectsAGuestSaleForItsOtherFaultsOnly() {
        Judgement<Sale> judgement = judge(
                SomeRow.sale().with(CUSTOMER_ID, "").with(ORDER_DATE, "soon").on(GUESTS));

        assertThat(Judged.reasons(judgement)).containsExactly(Reason.BAD_DATE);
    }

    @Test
    void rejectsSaleWithoutProduct() {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(PRODUCT_ID, "NaN"))))
                .containsExactly(Reason.MISSING_PRODUCT_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "three",
                "0.00001",
                "6.00001",
                "-0.12345",
                "100000000000",
                "-100000000000",
                "1,0",
                "12,50",
                "1e3",
                "NULL"
            })
    void rejectsAQuantityThatIsNoNumberOrHasTooManyDigits(String quantity) {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(QUANTITY, quantity))))
                .containsExactly(Reason.BAD_QUANTITY);
    }

    @Test
    void saysWhichQuantitiesThereAre() {
        assertThat(Judged.messages(judge(SomeRow.sale().with(QUANTITY, "0.35000001"))))
                .containsExactly(
                        "expected a number below 100,000,000,000 with at most four decimals but found 0.35000001");
        assertThat(Judged.messages(judge(SomeRow.sale().with(QUANTITY, ""))))
                .containsExactly("expected a quantity but the cell is empty");
        assertThat(Judged.messages(judge(SomeRow.sale().with(QUANTITY, "0.00"))))
                .containsExactly("expected a quantity above zero but found 0");
    }

    @ParameterizedTest
    @CsvSource({
        "6, 6",
        "6.0, 6",
        "6.000, 6",
        "600.00, 600",
        "'1,060', 1060",
        "+3, 3",
        "007, 7",
        "0.35, 0.35",
        "0.350, 0.35",
        "0.0001, 0.0001",
        "0.350000, 0.35",
        "'1,060.5', 1060.5",
        "99999999999.9999, 99999999999.9999"
    })
    void readsQuantitiesAsPeopleWriteThem(String written, String quantity) {
        Sale sale = Judged.value(judge(SomeRow.sale().with(QUANTITY, written)));

        assertThat(sale.quantity()).isEqualTo(quantity(quantity)).hasToString(quantity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-0", "0.0000", "-0.0001", "-99999999999.9999"})
    void rejectsAQuantityThatIsNotPositive(String quantity) {
        assertThat(Judged.reasons(judge(SomeRow.sale().with(QUANTITY, quantity))))
                .containsExactly(Reason.QUANTITY_NOT_POSITIVE);
    }

    @Test
    void dividesAnAmountByAQuantityWithDecimals() {
        Sale sale = Judged.value(
                judge(SomeRow.sale().without(PRICE).with(QUANTITY, "0.35").with(AMOUNT, "2.5")));

        assertThat(sale.unitPrice()).isEqualTo("7.1429");
        assertThat(sale.amount()).isEqualTo("2.5");
    }

    @Test
    void rejectsAnAmountThatMakesAPriceWhichNobodyCouldStore() {
        Judgement<Sale> judgement =
                judge(SomeRow.sale().without(PRICE).with(QUANTITY, "0.0001").with(AMOUNT, "100000000000"));

        assertThat(Judged.reasons(judgement)).containsExactly(Reason.BAD_PRICE);
        assertThat(Judged.messages(judgement))
                .containsExactly("expected an amount that makes a price below 1,000,000,000,000,000 for the quantity,"
                        + " which is 0.0001, but found 100000000000");
    }

    @Test
    void acceptsReturnsWhereTheyAreWanted() {
        Terms accepting = new Terms(false, true);

        assertThat(Judged.value(judge(SomeRow.sale().with(QUANTITY, "-3.5").on(accepting)))
                        .quantity())
                .isEqualTo(quantity("-3.5"));
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
            if (cell.startsWith("=") && column.label().endsWith("_id")) {
                continue;
            }
            Judgement<Sale> judgement = judge(SomeRow.sale().with(column, cell));

            assertThat(Judged.reasons(judgement)).as(column.label()).containsExactly(Reason.FORMULA_ERROR);
            assertThat(Judged.messages(judgement))
                    .containsExactly("expected a value, not a formula without a result, but found " + cell);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1001", "#A!b", "Error", "=", "=1+1"})
    void takesNoOtherIdForAFormulaWithoutAResult(String id) {
        assertThat(Judged.value(judge(SomeRow.sale().with(ORDER_ID, id))).orderId())
                .isEqualTo(id);
    }

    private static Quantity quantity(String units) {
        return new Quantity(new BigDecimal(units));
    }

    private String madeUp(SomeRow row) {
        return Judged.value(judge(row)).saleId();
    }

    @Test
    void readsWhatItCanOfASaleThatIsLeftOut() {
        UnloadedSale sale = leftOut(SomeRow.sale().with(STATUS, "cancelled"));
        assertThat(sale).isEqualTo(new UnloadedSale("S1", TODAY, "C1", "P1", new BigDecimal("2.50")));

        UnloadedSale poor = leftOut(SomeRow.sale()
                .with(STATUS, "cancelled")
                .with(SALE_ID, "x".repeat(65))
                .with(CUSTOMER_ID, "")
                .with(ORDER_DATE, "soon")
                .with(QUANTITY, "many"));
        assertThat(poor).isEqualTo(new UnloadedSale(null, null, null, "P1", null));
    }

    @Test
    void countsASaleThatIsLeftOutAmongThoseOfItsProductInItsOrder() {
        SomeRow paid = SomeRow.sale().without(SALE_ID);
        SomeRow cancelled = paid.with(STATUS, "void");

        assertThat(Judged.value(judge(paid)).occurrence()).isEqualTo(1);
        assertThat(leftOut(cancelled).saleId()).isEqualTo("O1\u001FP1\u001F2");
        assertThat(Judged.value(judge(paid)).occurrence()).isEqualTo(3);
    }

    @Test
    void letsASaleThatIsLeftOutTakeNoId() {
        leftOut(SomeRow.sale().with(STATUS, "cancelled"));

        assertThat(Judged.value(judge(SomeRow.sale())).saleId()).isEqualTo("S1");
        assertThat(leftOut(SomeRow.sale().with(STATUS, "cancelled")).saleId()).isEqualTo("S1");
    }

    @Test
    void tellsTheIdOfARejectedSaleAsFarAsItCanBeRead() {
        judge(SomeRow.sale());

        assertThat(rejected(SomeRow.sale()).saleId()).isEqualTo("S1");
        assertThat(rejected(SomeRow.sale().with(SALE_ID, "S2").with(QUANTITY, "0"))
                        .saleId())
                .isEqualTo("S2");
        assertThat(rejected(SomeRow.sale().without(SALE_ID).with(ORDER_ID, "x".repeat(65)))
                        .saleId())
                .isNull();
    }

    private UnloadedSale leftOut(SomeRow row) {
        Row read = row.row();
        Judgement<Sale> judgement = rules.leaveOut(read, requireNonNull(read.leftOut()));
        return requireNonNull(((Judgement.LeftOut<Sale>) judgement).sale());
    }

    private UnloadedSale rejected(SomeRow row) {
        return requireNonNull(((Judgement.Rejected<Sale>) judge(row)).sale());
    }

    private Judgement<Sale> judge(SomeRow row) {
        return rules.judge(row.row());
    }

    @Test
    void knowTheCurrencyThatARowNames() {
        SomeRow row = SomeRow.sale().with(CURRENCY, "eur").among("USD", "EUR");

        assertThat(Judged.value(judge(row)).currency()).isEqualTo("EUR");
        assertThat(Judged.value(judge(row.with(SALE_ID, "S2").with(CURRENCY, "USD")))
                        .currency())
                .as("that of the warehouse")
                .isNull();
        assertThat(Judged.value(judge(row.with(SALE_ID, "S3").with(PRICE, ""))).currency())
                .as("the price of the product is in that of the warehouse")
                .isNull();
        assertThat(Judged.value(judge(SomeRow.sale()
                                .with(SALE_ID, "S4")
                                .with(PRICE, "€5")
                                .among("USD", "EUR")))
                        .currency())
                .isEqualTo("EUR");
    }

    @Test
    void takeNoCurrencyOfSeveralForThatOfARowWithoutOne() {
        Judgement<Sale> judgement = judge(SomeRow.sale().with(CURRENCY, "").among("USD", "EUR"));

        assertThat(Judged.reasons(judgement)).containsExactly(Reason.MISSING_CURRENCY);
        assertThat(Judged.messages(judgement))
                .containsExactly("expected a currency, since the file has USD, EUR, but the cell is empty");
        assertThat(Judged.reasons(judge(SomeRow.sale().with(CURRENCY, "taler").among("USD", "EUR"))))
                .containsExactly(Reason.BAD_CURRENCY);
    }

    @Test
    void haveNoRevenueInAnotherCurrency() {
        Judgement<Sale> judgement =
                judge(SomeRow.sale().with(CURRENCY, "EUR").with(ORDER_DATE, "x").among("USD", "EUR"));

        UnloadedSale sale = requireNonNull(((Judgement.Rejected<Sale>) judgement).sale());
        assertThat(sale.revenue()).isNull();
        assertThat(sale.saleId()).isEqualTo("S1");
    }
}
