package org.salesetl.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.SomeProperties;
import org.salesetl.vocabulary.Kind;

class ColumnNamesTest {

    private final ColumnNames names = new ColumnNames(SomeMappings.of(SomeProperties.defaults()));

    @ParameterizedTest
    @CsvSource({
        "CUSTOMERS, CUSTOMER_ID, 'customer_id|custid|customer number'",
        "CUSTOMERS, NAME, 'name|customer name|full name'",
        "CUSTOMERS, EMAIL, 'email|email address'",
        "CUSTOMERS, CITY, 'city|town'",
        "PRODUCTS, PRODUCT_ID, 'product_id|sku|stock code|product code'",
        "PRODUCTS, NAME, 'name|product name|description'",
        "PRODUCTS, CATEGORY, 'category|product category'",
        "PRODUCTS, COST_PRICE, 'cost_price|cost|unit cost'",
        "PRODUCTS, PRICE, 'price|selling_price|unit price|list price'",
        "SALES, CUSTOMER_ID, 'customer_id|custid|customer number'",
        "SALES, PRODUCT_ID, 'product_id|sku|stock code|product code'",
        "SALES, ORDER_ID, 'order_id|invoice|invoice no|order number'",
        "SALES, SALE_ID, 'sale_id|row id|line id|transaction id|order item id'",
        "SALES, ORDER_DATE, 'order_date|date|order date|sale date|invoice date'",
        "SALES, QUANTITY, 'quantity|qty|units'",
        "SALES, PRICE, 'price|unit price|selling price'",
    })
    void knowsEveryAliasOfTheContract(Kind kind, Column column, String known) {
        for (String name : known.split("\\|", -1)) {
            assertThat(names.column(kind, name)).as(name).isEqualTo(column);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer_id",
                "CUSTOMER ID",
                "Customer-Id",
                "customer.id",
                " customerid\t",
                "\uFEFFc_u_s_t_o_m_e_r id",
                "\u00A0Customer\u00A0ID",
                "Cùstömer ÏD"
            })
    void ignoresCaseBlanksAndPunctuation(String header) {
        assertThat(names.column(Kind.CUSTOMERS, header)).isEqualTo(Column.CUSTOMER_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "customer_id2", "id", "", "cust0mer_id", "unit price"})
    void knowsNothingElse(String header) {
        assertThat(names.column(Kind.CUSTOMERS, header)).isNull();
    }

    @Test
    void addsConfiguredAliases() {
        ColumnNames configured = new ColumnNames(SomeMappings.of(SomeProperties.with(
                Map.of("aliases.order_date", "Datum, Bestell-Datum", "aliases.customer-id[0]", "Kunde"))));

        assertThat(configured.column(Kind.SALES, "datum")).isEqualTo(Column.ORDER_DATE);
        assertThat(configured.column(Kind.SALES, "bestell_datum")).isEqualTo(Column.ORDER_DATE);
        assertThat(configured.column(Kind.SALES, "order date")).isEqualTo(Column.ORDER_DATE);
        assertThat(configured.column(Kind.CUSTOMERS, "KUNDE")).isEqualTo(Column.CUSTOMER_ID);
        assertThat(configured.column(Kind.CUSTOMERS, "datum")).isNull();
    }

    @Test
    void letsAConfiguredAliasWinOverABuiltInOne() {
        ColumnNames configured = new ColumnNames(SomeMappings.of(SomeProperties.with("aliases.price", "cost, name")));

        assertThat(configured.column(Kind.PRODUCTS, "cost")).isEqualTo(Column.PRICE);
        assertThat(configured.column(Kind.PRODUCTS, "name")).isEqualTo(Column.PRICE);
        assertThat(configured.column(Kind.CUSTOMERS, "name")).isEqualTo(Column.NAME);
    }

    @Test
    void refusesAnAliasForAColumnThatDoesNotExist() {
        assertThatThrownBy(() -> new ColumnNames(SomeMappings.of(SomeProperties.with("aliases.colour", "farbe"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "sales-etl.aliases.colour: expected one of customer_id, product_id, order_id, sale_id, name,"
                                + " customer_name, product_name, email, city, category, cost_price, price, amount, order_date, quantity, status, discount, currency, cost, unit_cost, profit, margin, date, rate but found colour");
    }
}
