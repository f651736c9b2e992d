package org.salesetl.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.mapping.OrderAmount.Treatment;
import org.salesetl.notation.DateOrder;
import org.salesetl.text.Encoding;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Kind;

class MappingYamlTest {

    private static final Mapping SHOP = SomeMappings.yaml(
            "name: Our shop",
            "kind: sales",
            "recognised_by: [No, Article, Pieces]",
            "not_with: [Fee]",
            "columns:",
            "  order_id: No",
            "  order_date: Day",
            "  quantity: Pieces",
            "  product_id: [Code, Article]",
            "  customer_id: {constant: till}",
            "  customer_name: {joined: [First name, Last name], with: ' '}",
            "carry_down: [order_id, order_date]",
            "headings: [customer_id]",
            "status:",
            "  - column: State",
            "    neither: [void, '2']",
            "    others: sale",
            "no_sale_without: [product_id]",
            "without_customer: accept",
            "order_amounts:",
            "  - {column: Voucher, treatment: ignore}",
            "dates: day_first",
            "encoding: windows-1252",
            "currency: EUR");

    @Test
    void readsEveryPart() {
        assertThat(SHOP.name()).isEqualTo("Our shop");
        assertThat(SHOP.kind()).isEqualTo(Kind.SALES);
        assertThat(SHOP.recognisedBy()).containsExactly("No", "Article", "Pieces");
        assertThat(SHOP.notWith()).containsExactly("Fee");
        assertThat(SHOP.columns())
                .isEqualTo(Map.of(
                        Column.ORDER_ID, new CellSource.FirstOf(List.of("No")),
                        Column.ORDER_DATE, new CellSource.FirstOf(List.of("Day")),
                        Column.QUANTITY, new CellSource.FirstOf(List.of("Pieces")),
                        Column.PRODUCT_ID, new CellSource.FirstOf(List.of("Code", "Article")),
                        Column.CUSTOMER_ID, new CellSource.Constant("till"),
                        Column.CUSTOMER_NAME, new CellSource.Joined(List.of("First name", "Last name"), " ")));
        assertThat(SHOP.carryDown()).containsExactlyInAnyOrder(Column.ORDER_ID, Column.ORDER_DATE);
        assertThat(SHOP.headings()).containsExactly(Column.CUSTOMER_ID);
        assertThat(SHOP.status().get(0).standing("VOID")).isEqualTo(Standing.NEITHER);
        assertThat(SHOP.status().get(0).standing("paid")).isEqualTo(Standing.SALE);
        assertThat(SHOP.noSaleWithout()).containsExactly(Column.PRODUCT_ID);
        assertThat(SHOP.withoutCustomer()).isEqualTo(Acceptance.ACCEPT);
        assertThat(SHOP.returns()).isNull();
        assertThat(SHOP.orderAmounts()).containsExactly(new OrderAmount("Voucher", Treatment.IGNORE));
        assertThat(SHOP.dates()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(SHOP.numbers()).isNull();
        assertThat(SHOP.encoding()).isEqualTo(Encoding.WINDOWS_1252);
        assertThat(SHOP.currency()).isEqualTo("EUR");
    }

    @Test
    void writesWhatItReads() {
        assertThat(MappingYaml.read(MappingYaml.write(SHOP))).isEqualTo(SHOP);
    }

    @Test
    void saysWhereAKeyIsThatNoMappingHas() {
        assertThatThrownBy(() -> SomeMappings.yaml("name: Our shop", "kind: sales", "colour: red"))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("line 3, column ")
                .hasMessageContaining("expected one of")
                .hasMessageContaining("but found colour");
    }

    @Test
    void saysWhereAValueIsWrong() {
        assertThatThrownBy(() -> SomeMappings.yaml("name: Our shop", "kind: sale"))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("line 2, column ")
                .hasMessageContaining("customers, products, sales");
        assertThatThrownBy(() -> SomeMappings.yaml("name: a", "kind: sales", "columns:", "  colour: red"))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("line 4, column ")
                .hasMessageContaining("order_date");
        assertThatThrownBy(() -> SomeMappings.yaml("name: a", "kind: sales", "columns:", "  price: {cell: Price}"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("expected the name of a cell, a list of names");
    }

    @Test
    void refusesTheSameKeyTwice() {
        assertThatThrownBy(() -> SomeMappings.yaml("name: a", "name: b"))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("line 2, column ")
                .hasMessageContaining("name");
    }

    @Test
    void refusesAMappingThatSaysTooLittle() {
        assertThatThrownBy(() -> SomeMappings.yaml("kind: sales", "recognised_by: [a]"))
                .isInstanceOf(MappingException.class)
                .hasMessage("expected a name of at most 100 characters but there is none");
        assertThatThrownBy(() -> SomeMappings.yaml("name: a", "recognised_by: [a]"))
                .isInstanceOf(MappingException.class)
                .hasMessage("expected a kind (rates, customers, products, sales) but there is none");
        assertThatThrownBy(() -> SomeMappings.yaml("name: a", "kind: sales", "columns:", "  price: Price"))
                .isInstanceOf(MappingException.class)
                .hasMessage("expected recognised_by with the header cells that tell the source but there are none");
        assertThatThrownBy(() -> SomeMappings.yaml("")).isInstanceOf(MappingException.class);
    }

    @Test
    void refusesAColumnThatNoSourceBrings() {
        assertThatThrownBy(() -> SomeMappings.yaml(
                        "name: a", "kind: sales", "recognised_by: [x]", "columns:", "  product_id: Item"))
                .isInstanceOf(MappingException.class)
                .hasMessage("expected columns for customer_id, order_date and quantity but there are none");
    }
}
