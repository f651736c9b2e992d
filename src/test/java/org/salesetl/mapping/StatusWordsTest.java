package org.salesetl.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusWordsTest {

    private final StatusWords words = new StatusWords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storniert",
                "annulé",
                "Cancelado",
                "Annullato",
                "GEANNULEERD",
                "Anulowano",
                "Avbeställd",
                "kansellert",
                "zrušeno",
                "iptal edildi",
                "отменён",
                "キャンセル",
                "Cancelled by buyer",
                "Cancelada pelo comprador"
            })
    void knowsACancelledSaleInManyLanguages(String status) {
        assertThat(words.standing(status)).isEqualTo(Standing.NEITHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Refund",
                "Credit note",
                "Gutschrift",
                "Avoir",
                "Nota de crédito",
                "Zwrot",
                "返品",
                "Product Credit Note",
                "VAT credit memo 2"
            })
    void supposesAReturnWhereADocumentIsCalledSo(String status) {
        assertThat(words.likely(status)).isEqualTo(Standing.RETURN);
        assertThat(words.standing(status)).as("somebody has to say").isNull();
    }

    @Test
    void knowsWhatAKindOfRowsIs() {
        assertThat(words.ofKind("Retour")).isEqualTo(Standing.RETURN);
        assertThat(words.likely("Retour")).as("as the status of an order").isEqualTo(Standing.NEITHER);
        assertThat(words.ofKind("Zwrócone")).isEqualTo(Standing.RETURN);
        assertThat(words.ofKind("Discount")).isEqualTo(Standing.RETURN);
        assertThat(words.ofKind("Tip")).isEqualTo(Standing.NEITHER);
        assertThat(words.ofKind("Item")).isEqualTo(Standing.SALE);
        assertThat(words.ofKind("Payment")).as("of an order, or of money").isNull();
    }

    @Test
    void findsAWordOfASaleInAStatusThatNobodyKnows() {
        assertThat(words.hasWordOfSale("Completed online")).isTrue();
        assertThat(words.hasWordOfSale("Not completed")).isFalse();
        assertThat(words.hasWordOfSale("Cancelled, paid back")).isFalse();
        assertThat(words.hasWordOfSale("blue")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid", "Wysłane", "refunded", "Gutschrift", ""})
    void takesNoOtherStatusForACancelledSale(String status) {
        assertThat(words.standing(status)).isNotEqualTo(Standing.NEITHER);
    }
}
