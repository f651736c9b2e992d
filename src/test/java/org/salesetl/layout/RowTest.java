package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.SomeMappings;
import org.salesetl.mapping.Terms;
import org.salesetl.vocabulary.Kind;

class RowTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0\t", "\uFEFF", "NULL", " NULL ", "\\N", "NaN", "#N/A"})
    void readsEmptyCellsAndNullWordsAsMissing(String cell) {
        assertThat(SomeRow.customer().with(Column.CITY, cell).read(Column.CITY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "None", "N/A", "null", "Null", "nan", "n/a", "-", "0"})
    void readsWordsThatMeanSomethingAsText(String cell) {
        assertThat(SomeRow.customer().with(Column.CITY, cell).read(Column.CITY)).isEqualTo(cell);
    }

    @Test
    void stripsCells() {
        assertThat(SomeRow.customer()
                        .with(Column.CITY, " \u00A0New York\uFEFF ")
                        .read(Column.CITY))
                .isEqualTo("New York");
    }

    @Test
    void readsAColumnThatIsAbsentAsMissing() {
        assertThat(SomeRow.customer().without(Column.CITY).read(Column.CITY)).isNull();
    }

    @Test
    void readsACellBeyondTheEndOfTheRowAsMissing() {
        Layout layout = new Layout(
                SomeMappings.own(Kind.CUSTOMERS),
                new Table(',', 0, List.of("name", "customer_id")),
                false,
                Map.of(Column.CUSTOMER_ID, CellPlaces.at(1)),
                Conventions.USUAL,
                Terms.STRICT);

        assertThat(new RowReader(layout, Set.of()).read(2, List.of("Ann")).cell(Column.CUSTOMER_ID))
                .isNull();
    }

    @Test
    void removesTheApostropheThatAFileOfRejectsPutInFront() {
        SomeRow row = SomeRow.customer().with(Column.NAME, "' =1+1").with(Column.CITY, "'=1+1");

        assertThat(row.read(Column.CITY)).isEqualTo("'=1+1");
        assertThat(row.corrected().read(Column.CITY)).isEqualTo("=1+1");
        assertThat(row.corrected().read(Column.NAME)).isEqualTo("' =1+1");
    }

    @Test
    void isBlankOnlyIfEveryCellIs() {
        Layout layout = new Layout(
                SomeMappings.own(Kind.CUSTOMERS),
                new Table(',', 0, List.of("a", "b")),
                false,
                Map.of(),
                Conventions.USUAL,
                Terms.STRICT);

        assertThat(new RowReader(layout, Set.of())
                        .read(2, List.of("", " \u00A0"))
                        .isBlank())
                .isTrue();
        assertThat(new RowReader(layout, Set.of()).read(2, List.of("", "x")).isBlank())
                .isFalse();
    }
}
