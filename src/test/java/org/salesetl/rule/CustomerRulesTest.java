package org.salesetl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salesetl.mapping.Column.CITY;
import static org.salesetl.mapping.Column.CUSTOMER_ID;
import static org.salesetl.mapping.Column.EMAIL;
import static org.salesetl.mapping.Column.NAME;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.layout.SomeRow;
import org.salesetl.mapping.Column;
import org.salesetl.validation.Judged;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;

class CustomerRulesTest {

    private final CustomerRules rules = new CustomerRules();

    @Test
    void acceptsAGoodCustomerAsItCame() {
        Judgement<Customer> judgement = judge(SomeRow.customer().atLine(7));

        assertThat(Judged.value(judgement)).isEqualTo(new Customer(7, "C1", "Ann", "ann@example.org", "Paris"));
        assertThat(Judged.repaired(judgement)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u00A0", "NULL"})
    void rejectsCustomerWithoutId(String id) {
        Judgement<Customer> judgement = judge(SomeRow.customer().with(CUSTOMER_ID, id));

        assertThat(Judged.reasons(judgement)).containsExactly(Reason.MISSING_CUSTOMER_ID);
        assertThat(Judged.messages(judgement)).containsExactly("expected customer_id but the cell is empty");
    }

    @Test
    void rejectsAnIdThatAnEarlierRowHas() {
        judge(SomeRow.customer());

        Judgement<Customer> judgement = judge(SomeRow.customer().with(NAME, "Other"));

        assertThat(Judged.reasons(judgement)).containsExactly(Reason.DUPLICATE_ID);
        assertThat(Judged.messages(judgement)).containsExactly("expected an id that no earlier row has but found C1");
    }

    @Test
    void acceptsAnIdThatOnlyARejectedRowHadBefore() {
        assertThat(Judged.reasons(judge(SomeRow.customer().with(NAME, "bad\u0000"))))
                .containsExactly(Reason.CONTROL_CHARACTER);

        assertThat(Judged.reasons(judge(SomeRow.customer()))).isEmpty();
    }

    @Test
    void comparesIdsCodePointByCodePoint() {
        for (String id : List.of("85123A", "85123a", "007", "7", "é", "e\u0301", "ß", "ss")) {
            assertThat(Judged.reasons(judge(SomeRow.customer().with(CUSTOMER_ID, id))))
                    .as(id)
                    .isEmpty();
        }
    }

    @Test
    void stripsIdsBeforeComparingThem() {
        judge(SomeRow.customer());

        assertThat(Judged.reasons(judge(SomeRow.customer().with(CUSTOMER_ID, "\u00A0C1 "))))
                .containsExactly(Reason.DUPLICATE_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUSTOMER_ID", "NAME", "EMAIL", "CITY"})
    void rejectsAControlCharacterInAnyCell(String column) {
        assertThat(Judged.reasons(judge(SomeRow.customer().with(Column.valueOf(column), "a\u0000@b"))))
                .containsExactly(Reason.CONTROL_CHARACTER);
    }

    @Test
    void countsTheLengthOfIdsInCodePoints() {
        assertThat(Judged.reasons(judge(SomeRow.customer().with(CUSTOMER_ID, "😀".repeat(64)))))
                .isEmpty();

        Judgement<Customer> judgement = judge(SomeRow.customer().with(CUSTOMER_ID, "😀".repeat(65)));

        assertThat(Judged.reasons(judgement)).containsExactly(Reason.TOO_LONG);
        assertThat(Judged.messages(judgement)).containsExactly("expected at most 64 characters but found 65");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME", "CITY"})
    void countsTheLengthOfTextsInCodePoints(String column) {
        Column text = Column.valueOf(column);

        assertThat(Judged.value(judge(SomeRow.customer().with(text, "😀".repeat(255)))))
                .isNotNull();
        assertThat(Judged.reasons(new CustomerRules()
                        .judge(SomeRow.customer().with(text, "é".repeat(256)).row())))
                .containsExactly(Reason.TOO_LONG);
    }

    @Test
    void rejectsAnEmailThatIsTooLong() {
        assertThat(Judged.reasons(judge(SomeRow.customer().with(EMAIL, "a@" + "b".repeat(254)))))
                .containsExactly(Reason.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"NAME, C1", "CITY, Unknown"})
    void fillsInWhatIsMissingAndCountsItAsRepaired(Column column, String filledIn) {
        Judgement<Customer> judgement = judge(SomeRow.customer().with(column, " NULL"));

        Customer customer = Judged.value(judgement);
        assertThat(column == NAME ? customer.name() : customer.city()).isEqualTo(filledIn);
        assertThat(Judged.repaired(judgement)).isTrue();
    }

    @Test
    void countsColumnsThatTheFileDoesNotHaveAsNoRepair() {
        Judgement<Customer> judgement =
                judge(SomeRow.customer().without(NAME).without(CITY).without(EMAIL));

        assertThat(Judged.value(judgement)).isEqualTo(new Customer(2, "C1", "C1", null, "Unknown"));
        assertThat(Judged.repaired(judgement)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "@", "ann@", "@example.org", "ann @", "a@@"})
    void dropsAnEmailThatIsNone(String email) {
        Judgement<Customer> judgement = judge(SomeRow.customer().with(EMAIL, email));

        assertThat(Judged.value(judgement).email()).isNull();
        assertThat(Judged.repaired(judgement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "ann@example", "\"a@b\"@example.org", "łódź@example.org"})
    void keepsAnEmailThatCouldBeOne(String email) {
        assertThat(Judged.value(judge(SomeRow.customer().with(EMAIL, email))).email())
                .isEqualTo(email);
    }

    @Test
    void doesNotCountAMissingEmailAsRepaired() {
        Judgement<Customer> judgement = judge(SomeRow.customer().with(EMAIL, ""));

        assertThat(Judged.value(judgement).email()).isNull();
        assertThat(Judged.repaired(judgement)).isFalse();
    }

    @Test
    void namesEveryReasonInTheOrderOfTheContract() {
        Judgement<Customer> judgement = judge(SomeRow.customer()
                .with(CUSTOMER_ID, "")
                .with(CITY, "x".repeat(256))
                .with(NAME, "\u0001")
                .with(EMAIL, "\u0002"));

        assertThat(Judged.reasons(judgement))
                .containsExactly(
                        Reason.CONTROL_CHARACTER,
                        Reason.CONTROL_CHARACTER,
                        Reason.TOO_LONG,
                        Reason.MISSING_CUSTOMER_ID);
        assertThat(((Judgement.Rejected<Customer>) judgement).faults().get(0).column())
                .isEqualTo("name");
    }

    private Judgement<Customer> judge(SomeRow row) {
        return rules.judge(row.row());
    }
}
