package org.salesetl.mapping;

import static org.assertj.core.api.Assertions.assertThat;

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

    @ParameterizedTest
    @ValueSource(strings = {"paid", "Wysłane", "refunded", "Gutschrift", ""})
    void takesNoOtherStatusForACancelledSale(String status) {
        assertThat(words.standing(status)).isNotEqualTo(Standing.NEITHER);
    }
}
