package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.salesetl.layout.LeftOut.Why;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.SomeMappings;
import org.salesetl.mapping.Terms;

class RowReaderTest {

    private static final List<String> HEADER = List.of("", "Day", "No", "Customer", "Pieces", "Amount", "City");
    private static final Mapping REPORT = SomeMappings.yaml(
            "name: Report",
            "kind: sales",
            "recognised_by: ['', No, Pieces]",
            "columns:",
            "  product_id: ''",
            "  order_date: Day",
            "  order_id: No",
            "  customer_id: Customer",
            "  quantity: Pieces",
            "  amount: Amount",
            "headings: [product_id]");

    private final RowReader reader = reader(REPORT, false);

    @Test
    void givesRowsTheValueOfTheHeadingAboveThem() {
        Row heading = read("Gel pen", "", "", "", "", "", "");
        Row first = read("", "2025-03-05", "7", "C1", "2", "3.00", "");
        Row second = read("", "2025-03-06", "8", "C2", "1", "1.50", "");
        Row next = read("Ink", "", "", "", "", "", "");
        Row last = read("", "2025-03-06", "8", "C2", "1", "9.00", "");

        assertThat(List.of(heading, next))
                .allSatisfy(row -> assertThat(row.leftOut()).isEqualTo(new LeftOut(Why.HEADING, null, null)));
        assertThat(List.of(first, second, last)).allSatisfy(row -> {
            assertThat(row.leftOut()).isNull();
            assertThat(row.isFilled()).isTrue();
        });
        assertThat(first.cell(Column.PRODUCT_ID)).isEqualTo("Gel pen");
        assertThat(second.cell(Column.PRODUCT_ID)).isEqualTo("Gel pen");
        assertThat(last.cell(Column.PRODUCT_ID)).isEqualTo("Ink");
    }

    @Test
    void takesNoTotalAndNoRowWithMoneyForAHeading() {
        read("Gel pen", "", "", "", "", "", "");

        assertThat(read("Total for Gel pen", "", "", "", "3", "4.50", "").leftOut())
                .extracting(LeftOut::why)
                .isEqualTo(Why.TOTAL_LINE);
        assertThat(read("Ink", "2025-03-06", "8", "C2", "", "9.00", "").leftOut())
                .isNull();
        assertThat(read("", "2025-03-06", "9", "C2", "1", "1.50", "").cell(Column.PRODUCT_ID))
                .isEqualTo("Gel pen");
    }

    @Test
    void leavesBlankRowsBlank() {
        read("Gel pen", "", "", "", "", "", "");

        assertThat(read("", "", "", "", "", "", "").isBlank()).isTrue();
    }

    @Test
    void takesARowOfRejectsAsItIs() {
        RowReader rejects = reader(REPORT, true);

        assertThat(rejects.read(2, List.of("Gel pen", "", "", "", "", "", "")).leftOut())
                .isNull();
        assertThat(rejects.read(3, List.of("", "2025-03-05", "7", "C1", "2", "3.00", ""))
                        .cell(Column.PRODUCT_ID))
                .isNull();
    }

    @Test
    void carriesDownWhatTheSummaryOfAnOrderSays() {
        RowReader orders = reader(
                SomeMappings.yaml(
                        "name: Orders",
                        "kind: sales",
                        "recognised_by: [No, Pieces]",
                        "columns:",
                        "  product_id: ''",
                        "  order_date: Day",
                        "  order_id: No",
                        "  customer_id: Customer",
                        "  quantity: Pieces",
                        "  city: City",
                        "carry_down: [city]",
                        "no_sale_without: [product_id]"),
                false);
        Row summary = orders.read(2, List.of("", "2025-03-05", "7", "C1", "2", "", "Leeds"));
        Row item = orders.read(3, List.of("Ink", "2025-03-05", "7", "C1", "2", "", ""));
        Row other = orders.read(4, List.of("Ink", "2025-03-05", "8", "C1", "2", "", ""));

        assertThat(summary.leftOut()).isEqualTo(new LeftOut(Why.ORDER_SUMMARY, null, null));
        assertThat(item.cell(Column.CITY)).isEqualTo("Leeds");
        assertThat(other.cell(Column.CITY)).isNull();
    }

    private Row read(String... cells) {
        return reader.read(2, List.of(cells));
    }

    private static RowReader reader(Mapping mapping, boolean rejects) {
        Map<Column, CellPlaces> columns = Map.of(
                Column.PRODUCT_ID,
                CellPlaces.at(0),
                Column.ORDER_DATE,
                CellPlaces.at(1),
                Column.ORDER_ID,
                CellPlaces.at(2),
                Column.CUSTOMER_ID,
                CellPlaces.at(3),
                Column.QUANTITY,
                CellPlaces.at(4),
                Column.AMOUNT,
                CellPlaces.at(5),
                Column.CITY,
                CellPlaces.at(6));
        return new RowReader(
                new Layout(mapping, new Table(',', 0, HEADER), rejects, columns, Conventions.USUAL, Terms.STRICT),
                Set.of());
    }
}
