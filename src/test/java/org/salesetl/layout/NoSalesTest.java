package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.layout.LeftOut.Why;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.SomeMappings;
import org.salesetl.mapping.Terms;

class NoSalesTest {

    private static final Mapping SHOP = SomeMappings.yaml(
            "name: Shop",
            "kind: sales",
            "recognised_by: [No, Article]",
            "columns:",
            "  order_id: No",
            "  order_date: Day",
            "  customer_id: Who",
            "  product_id: Article",
            "  quantity: Pieces",
            "  amount: Sum",
            "status:",
            "  - {column: State, neither: [void], others: sale}",
            "without_customer: accept");

    private static final String HEADER = "No,Day,Who,Article,Pieces,Sum,State";
    private static final String SALE = "1,2025-01-31,Ann,Mug,1,5.00,paid";

    @Test
    void takesASaleForASale() {
        assertThat(why(SALE)).isNull();
        assertThat(why("1,2025-01-31,,Total cereal,1,5.00,")).isNull();
        assertThat(why("1,,Ann,Mug,1,5.00,")).as("a sale with a fault").isNull();
        assertThat(why("1,Ann,,,,,")).as("a row that somebody has not finished").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total,,,,12,60.00,",
                ",,,Grand total:,,60.00,",
                "Summe März,,,,,60.00,",
                ",Total général,,,,60.00,",
                ",,,,Subtotal,60.00,",
                ",,Total Smith & Co,,12,60.00,",
                "Carried forward,,,,,60.00,",
                "Übertrag,,,,,60.00,",
                ",,Razem,,,60.00,",
                ",,,合計,,60.00,",
                "*,,,,,60.00,",
                "Σύνολο,,,,12,60.00,",
                "Всього,,,,12,60.00,",
                "รวมทั้งหมด,,,,,60.00,",
                "الإجمالي,,,,12,60.00,",
                "합계,,,,12,60.00,",
                ",2025-01-31,,Summe,12,60.00,",
                ",2025-01-31,,Summe,,60.00,"
            })
    void knowsALineOfTotals(String row) {
        assertThat(why(row)).isEqualTo(Why.TOTAL_LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,,,Total,1,60.00,",
                "1,2025-01-31,,Total,1,60.00,",
                ",2025-01-31,Ann,Total,1,60.00,",
                ",2025-01-31,,Total cereal,1,60.00,"
            })
    void knowsNoTotalInARowOfAnOrderOrACustomer(String row) {
        assertThat(why(row)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2025-01-31,Ann,Subtotal,1,5.00,", "1,2025-01-31,Ann,Total,,5.00,"})
    void knowsTheTotalOfAnOrderByItsNumbers(String row) {
        assertThat(why(row)).isEqualTo(Why.TOTAL_LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-----", "=====,==========,===", ",-----,,---,,,", "────────"})
    void knowsALineThatIsDrawnBetweenRows(String row) {
        assertThat(why(row)).isEqualTo(Why.DRAWN_LINE);
    }

    @Test
    void takesNoSignForNothingForADrawnLine() {
        assertThat(why("-,-,-,-,-,-,-")).isNotEqualTo(Why.DRAWN_LINE);
    }

    @Test
    void knowsTheHeaderOnceMore() {
        assertThat(why(HEADER)).isEqualTo(Why.REPEATED_HEADER);
        assertThat(why(HEADER + ",")).isEqualTo(Why.REPEATED_HEADER);
    }

    @Test
    void knowsARowBelowTheHeaderThatExplainsIt() {
        String row = "Number of the order,Day of the sale,Buyer,Code of the article,How many,In all,State";

        assertThat(firstWhy(row)).isEqualTo(Why.REPEATED_HEADER);
        assertThat(firstWhy(row.replace("How many", "2"))).isNull();
        assertThat(why(row)).as("below a sale").isNull();
    }

    @Test
    void knowsAPreparedRow() {
        assertThat(why(",,,,,0,")).isEqualTo(Why.TEMPLATE_ROW);
        assertThat(List.of(",,,,,EUR 0.00,", ",,,,,0.00 zł,", ",,,,,0.00 kr,", ",,,,,-,"))
                .allSatisfy(row -> assertThat(why(row)).isEqualTo(Why.TEMPLATE_ROW));
        assertThat(why(",,,,0,€ 0.00,paid"))
                .as("the state is as in the first row")
                .isEqualTo(Why.TEMPLATE_ROW);
        assertThat(why(",,,,,5.00,paid"))
                .as("money is never left out as a prepared row")
                .isNull();
        assertThat(why(",,,,,0,other")).isNull();
    }

    @Test
    void knowsARemarkAtTheEndOfAReport() {
        assertThat(why("Printed on 31 January,,,,,,")).isEqualTo(Why.FOOTER);
        assertThat(why("Seller: shop")).isEqualTo(Why.FOOTER);
        assertThat(why("Printed,,,,,,")).as("one word may be an order").isNull();
        assertThat(why("Printed on 31 January,,,,2,,")).isNull();
        assertThat(why("Journal of sales,,,,,Page 2 of 7,")).isEqualTo(Why.FOOTER);
    }

    @Test
    void knowsAStatusThatIsNoSale() {
        LeftOut leftOut = leftOut("1,2025-01-31,Ann,Mug,1,5.00,VOID");

        assertThat(leftOut).isEqualTo(new LeftOut(Why.STATUS, "State", "VOID"));
    }

    private static @Nullable Why why(String row) {
        LeftOut leftOut = leftOut(row);
        return leftOut == null ? null : leftOut.why();
    }

    private static @Nullable Why firstWhy(String row) {
        LeftOut leftOut = SomeTable.rows(SHOP, Terms.STRICT, HEADER, row).get(0).leftOut();
        return leftOut == null ? null : leftOut.why();
    }

    private static @Nullable LeftOut leftOut(String row) {
        List<Row> rows =
                SomeTable.rows(SHOP, Terms.STRICT, Stream.of(HEADER, SALE, row).toArray(String[]::new));
        return rows.get(1).leftOut();
    }
}
