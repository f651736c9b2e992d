package org.salesetl.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.SomeProperties;
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

    /** The same in every process, or a reload would not find the version that has read a file. */
    private static final String VERSION_OF_SHOP = "81275b4efffc";

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

    /** Header cells that YAML would read as something else without quotes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "No",
                "yes",
                "true",
                "null",
                "~",
                "12",
                "-1.50",
                "1e3",
                "0x1F",
                "1_000",
                "012",
                ".5",
                "2025-01-31",
                "12:30",
                "# no",
                "no #",
                "Void?",
                "? x",
                "- a",
                "a: b",
                "a:",
                ":a",
                "'",
                "\"",
                "it's",
                "*a",
                "&a",
                "!a",
                "|",
                ">",
                "%",
                "@a",
                "`a",
                "{a",
                "a}",
                "[a",
                "a]",
                "a, b",
                ",",
                "a\nb",
                "a\tb",
                " a",
                "a ",
                "",
                "=",
                "<<",
                "...",
                "---",
                "Größe",
                "\uFEFFa",
                "Infinity",
                ".inf",
                ".NaN",
                "+1",
                "1,5",
                "\u0085",
                "\u2028"
            })
    void writesEveryNameOfACellSoThatItReadsTheSame(String cell) {
        Mapping mapping = named(cell);

        assertThat(MappingYaml.read(MappingYaml.write(mapping))).isEqualTo(mapping);
    }

    private static Mapping named(String cell) {
        Map<Column, CellSource> columns = new EnumMap<>(SHOP.columns());
        columns.put(Column.PRODUCT_ID, new CellSource.FirstOf(List.of(cell)));
        columns.put(Column.CUSTOMER_ID, new CellSource.Constant(cell));
        columns.put(Column.CUSTOMER_NAME, new CellSource.Joined(List.of(cell, "b"), cell));
        return new Mapping(
                SHOP.name(),
                SHOP.kind(),
                List.of(cell),
                List.of(cell, "b"),
                SHOP.needs(),
                columns,
                SHOP.alsoCalled(),
                SHOP.carryDown(),
                SHOP.headings(),
                List.of(new StatusRule(cell, List.of(cell), List.of(), List.of(cell, "c"), null)),
                SHOP.noSaleWithout(),
                SHOP.withoutCustomer(),
                SHOP.returns(),
                List.of(new OrderAmount(cell, Treatment.IGNORE)),
                SHOP.dates(),
                SHOP.numbers(),
                SHOP.encoding(),
                SHOP.currency(),
                "No sales: " + cell);
    }

    @Test
    void writesEveryMappingOfTheServiceSoThatItReadsTheSame() {
        assertThat(SomeMappings.of(SomeProperties.defaults()).known())
                .hasSizeGreaterThan(20)
                .allSatisfy(known -> assertThat(MappingYaml.read(MappingYaml.write(known.mapping())))
                        .isEqualTo(known.mapping()));
    }

    @Test
    void hasAnotherVersionWhereItReadsFilesInAnotherWay() {
        assertThat(SHOP.version()).isEqualTo(VERSION_OF_SHOP);
        assertThat(named("Code").version())
                .matches("[0-9a-f]{12}")
                .isNotEqualTo(SHOP.version())
                .isEqualTo(named("Code").version());
        assertThat(MappingText.read("# comment\r\n" + MappingYaml.write(SHOP)).version())
                .isEqualTo(SHOP.version());
    }

    @Test
    void refusesWhatIsNestedWithoutEndOrTooLong() {
        String shop = MappingYaml.write(SHOP);
        assertThatThrownBy(() -> MappingYaml.read(shop.replace("quantity: Pieces", "quantity: " + "[".repeat(60_000))))
                .isInstanceOf(MappingException.class);
        assertThatThrownBy(
                        () -> MappingYaml.read(shop.replace("quantity: Pieces", "quantity: " + "{a: ".repeat(15_000))))
                .isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> MappingYaml.read(shop.replace("quantity: Pieces", "quantity: Pie\u0000ces")))
                .isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> MappingText.read(shop + "#".repeat(70_000)))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("expected at most 65536 characters but found 7");
    }

    @Test
    void makesNoObjectOfAClassThatTheTextNames() {
        assertThat(SomeMappings.yaml(
                                "name: a",
                                "kind: customers",
                                "recognised_by: [b]",
                                "columns: {customer_id: !!java.net.URL [c]}")
                        .columns())
                .isEqualTo(Map.of(Column.CUSTOMER_ID, new CellSource.FirstOf(List.of("c"))));
    }

    @Test
    void saysWhereAKeyIsThatNoMappingHas() {
        assertThatThrownBy(() -> SomeMappings.yaml("name: Our shop", "kind: sales", "colour: red"))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("line 3, column ")
                .hasMessageContaining("expected one of")
                .hasMessageContaining("but found colour");
        assertThatThrownBy(
                        () -> SomeMappings.yaml("name: Our shop", "colour: red", "kind: sales", "recognised_by: [a]"))
                .as("in the middle")
                .hasMessageStartingWith("line 2, column 1: ");
        assertThatThrownBy(() ->
                        SomeMappings.yaml("status:", "  - column: a", "    colour: b", "    sales: [c]", "name: a"))
                .hasMessageStartingWith("line 3, column 5: expected one of");
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

    /** Files of such a source would be refused without a word. */
    @Test
    void takesARefusalWithoutWordsForNone() {
        assertThatThrownBy(() -> SomeMappings.yaml("name: a", "kind: sales", "recognised_by: [Bon]", "refusal: ' '"))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("expected columns for");
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
