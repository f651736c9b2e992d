package org.salesetl.layout;

import static java.util.Map.entry;
import static org.salesetl.mapping.Column.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesetl.mapping.Column;
import org.salesetl.vocabulary.Kind;

/** The columns that files of each kind have, and the other names of these columns. */
final class KindColumns {

    private static final Map<Column, List<String>> OF_CUSTOMERS = Map.of(
            CUSTOMER_ID, List.of("custid", "customer number"),
            NAME, List.of("customer name", "full name"),
            EMAIL, List.of("email address"),
            CITY, List.of("town"));

    private static final Map<Column, List<String>> OF_PRODUCTS = Map.of(
            PRODUCT_ID, List.of("sku", "stock code", "product code"),
            NAME, List.of("product name", "description"),
            CATEGORY, List.of("product category"),
            COST_PRICE, List.of("cost", "unit cost"),
            PRICE, List.of("selling_price", "unit price", "list price"));

    private static final Map<Column, List<String>> OF_SALES = Map.ofEntries(
            entry(CUSTOMER_ID, List.of("custid", "customer number")),
            entry(PRODUCT_ID, List.of("sku", "stock code", "product code")),
            entry(ORDER_ID, List.of("invoice", "invoice no", "order number")),
            entry(SALE_ID, List.of("row id", "line id", "transaction id", "order item id")),
            entry(ORDER_DATE, List.of("date", "order date", "sale date", "invoice date")),
            entry(QUANTITY, List.of("qty", "units")),
            entry(PRICE, List.of("unit price", "selling price")),
            entry(AMOUNT, List.of("sales", "total", "line total")),
            entry(CUSTOMER_NAME, List.of("full name")),
            entry(EMAIL, List.of("email address")),
            entry(CITY, List.of("town")),
            entry(PRODUCT_NAME, List.of("description")),
            entry(CATEGORY, List.of("product category")),
            entry(STATUS, List.of()));

    private KindColumns() {}

    /** The columns without which a file is not of this kind. Sales also need {@code order_id} or {@code sale_id}. */
    static Set<Column> required(Kind kind) {
        return switch (kind) {
            case CUSTOMERS -> Set.of(CUSTOMER_ID);
            case PRODUCTS -> Set.of(PRODUCT_ID);
            case SALES -> Set.of(CUSTOMER_ID, PRODUCT_ID, ORDER_DATE, QUANTITY);
        };
    }

    /** Every column of this kind, with its other names. */
    static Map<Column, List<String>> aliases(Kind kind) {
        return switch (kind) {
            case CUSTOMERS -> OF_CUSTOMERS;
            case PRODUCTS -> OF_PRODUCTS;
            case SALES -> OF_SALES;
        };
    }

    /** The columns that a file of this kind needs, as part of a sentence. */
    static String needs(Kind kind) {
        return switch (kind) {
            case CUSTOMERS -> "customer_id";
            case PRODUCTS -> "product_id";
            case SALES -> "order_id or sale_id, customer_id, product_id, order_date and quantity";
        };
    }
}
