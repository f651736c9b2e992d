package org.salesetl.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.salesetl.sample.SampleKind.CUSTOMERS;
import static org.salesetl.sample.SampleKind.PRODUCTS;
import static org.salesetl.sample.SampleKind.SALES;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The mistakes in the rows of sample files. Each constant says how it changes a good row.
 *
 * <p>Dirt with a reason makes a row wrong: the service rejects or parks the row, and this reason comes first. Dirt without a reason makes
 * a row odd: the row loads, in some cases after a repair.
 */
enum Dirt {
    CUSTOMER_NAME_IN_LATIN_1(CUSTOMERS, "bad_encoding", (row, scene) -> {
        String name = scene.oneOf("José Muñoz", "Renée Dubois", "Zoë Müller", "Björn Sjöberg");
        String email = SampleBusiness.mailbox(name) + "@example.com";
        return row.with("name", name).with("email", email).encodedAs(ISO_8859_1);
    }),
    CUSTOMER_LINE_CUT_OFF(CUSTOMERS, "column_count", row -> row.cutOffAt("city")),
    CUSTOMER_NAME_WITH_UNQUOTED_COMMA(CUSTOMERS, "column_count", row -> {
        String[] names = row.get("name").split(" ", 2);
        return row.split("name", names[1], " " + names[0]);
    }),
    /** Somebody pressed an arrow key, and the terminal wrote its code. */
    CUSTOMER_ID_WITH_ARROW_KEY(
            CUSTOMERS, "control_character", row -> row.with("customer_id", row.get("customer_id") + "\u001b[D")),
    CUSTOMER_ID_IS_A_LINK(
            CUSTOMERS,
            "too_long",
            row -> row.with(
                    "customer_id",
                    "https://crm.example.com/accounts/" + row.get("customer_id")
                            + "/overview?tab=orders&view=all&sort=newest")),
    CUSTOMER_NAME_WITH_A_NOTE(
            CUSTOMERS,
            "too_long",
            row -> row.with(
                    "name",
                    row.get("name")
                            + " - called on Monday about the parcel that was left with the neighbor, please do not ring before"
                            + " noon, wants one invoice for both addresses and asked twice whether the discount of last spring"
                            + " is still valid; promised to call back, then to confirm by e-mail")),
    CUSTOMER_WITHOUT_ID(CUSTOMERS, "missing_customer_id", row -> row.without("customer_id")),
    /** Somebody changed the address while the export ran, so the export has the customer twice. */
    CUSTOMER_TWICE(
            CUSTOMERS,
            "duplicate_id",
            Place.AT_THE_END,
            (row, scene) -> row.with("email", row.get("email").replaceFirst("@.*", "@new.example.net"))),

    CUSTOMER_WITHOUT_CITY(CUSTOMERS, row -> row.without("city")),
    CUSTOMER_WITH_BROKEN_EMAIL(
            CUSTOMERS, row -> row.with("email", row.get("email").replace("@", " at "))),
    CUSTOMER_WITH_QUOTED_COMMA(CUSTOMERS, row -> row.with("name", row.get("name") + ", Jr.")),
    CUSTOMER_WITH_NICKNAME_IN_QUOTES(
            CUSTOMERS, row -> row.with("name", row.get("name").replaceFirst(" ", " \"Ace\" "))),
    CUSTOMER_WITHOUT_NAME(CUSTOMERS, row -> row.without("name")),
    CUSTOMER_CITY_IS_NULL(CUSTOMERS, row -> row.with("city", "NULL")),
    CUSTOMER_WITH_PADDING(CUSTOMERS, row -> row.with("name", "  " + row.get("name") + "\u00a0")),
    CUSTOMER_WITH_BLANK_CELLS_BEHIND(CUSTOMERS, row -> row.withBlankCellsBehind(2)),
    CUSTOMER_BLANK_ROW(CUSTOMERS, Place.RIGHT_AFTER, CsvRow::blank),

    PRODUCT_NAME_IN_LATIN_1(
            PRODUCTS,
            "bad_encoding",
            (row, scene) -> row.with(
                            "name", scene.oneOf("Crème Brûlée Torch", "Fondue Set Genève", "Jalapeño Grill Rack"))
                    .with("category", Category.HOME_AND_KITCHEN.label())
                    .encodedAs(ISO_8859_1)),
    PRODUCT_LINE_CUT_OFF(PRODUCTS, "column_count", row -> row.cutOffAt("cost_price")),
    PRODUCT_NAME_WITH_UNQUOTED_COMMA(PRODUCTS, "column_count", row -> row.split("name", row.get("name"), " new model")),
    /** The rest of a field of fixed width. */
    PRODUCT_NAME_WITH_NUL(PRODUCTS, "control_character", row -> row.with("name", row.get("name") + "\0\0\0EA")),
    PRODUCT_ID_IS_A_LINK(
            PRODUCTS,
            "too_long",
            row -> row.with(
                    "product_id",
                    "https://shop.example.com/catalog/item/" + row.get("product_id")
                            + "?utm_source=newsletter&utm_medium=email")),
    PRODUCT_NAME_WITH_DESCRIPTION(
            PRODUCTS,
            "too_long",
            row -> row.with(
                    "name",
                    row.get("name")
                            + " - a customer favorite for years, now with improved packaging: made to last, easy to clean, and"
                            + " backed by our two-year warranty. Ships within one working day from our own warehouse. Gift"
                            + " wrapping available at checkout. Free returns within thirty days of delivery, no questions asked.")),
    PRODUCT_WITHOUT_ID(PRODUCTS, "missing_product_id", row -> row.without("product_id")),
    PRODUCT_PRICE_WITH_DECIMAL_COMMA(PRODUCTS, "bad_price", row -> row.with("price", decimalComma(row))),
    PRODUCT_PRICE_IS_A_SHEET_ERROR(PRODUCTS, "formula_error", row -> row.with("price", "#VALUE!")),
    PRODUCT_COST_NOT_YET_KNOWN(PRODUCTS, "bad_price", row -> row.with("cost_price", "tbd")),
    PRODUCT_WITH_NEGATIVE_PRICE(PRODUCTS, "negative_price", row -> row.with("price", "-" + amount(row, "price"))),
    PRODUCT_WITH_NEGATIVE_COST(
            PRODUCTS, "negative_price", row -> row.with("cost_price", "-" + amount(row, "cost_price"))),
    /** The export has the product with its old price and with its new price. */
    PRODUCT_TWICE(
            PRODUCTS,
            "duplicate_id",
            Place.AT_THE_END,
            (row, scene) ->
                    row.with("price", amount(row, "price").add(BigDecimal.TEN).toPlainString())),

    /** The sales of such a product have prices of their own, except for sales that are parked because no price is known. */
    PRODUCT_WITHOUT_PRICE(PRODUCTS, row -> row.without("price")),
    PRODUCT_WITHOUT_CATEGORY(PRODUCTS, row -> row.without("category")),
    PRODUCT_PRICE_IN_DOLLARS(PRODUCTS, row -> row.with("price", Dollars.withSign(amount(row, "price")))),
    PRODUCT_NAME_WITH_LINE_BREAK(PRODUCTS, row -> row.with("name", row.get("name") + "\n(see catalog)")),
    PRODUCT_WITHOUT_NAME(PRODUCTS, row -> row.without("name")),
    PRODUCT_COST_WITH_MANY_DECIMALS(
            PRODUCTS,
            row -> row.with(
                    "cost_price",
                    amount(row, "cost_price").add(new BigDecimal("0.003333")).toPlainString())),
    PRODUCT_EMPTY_LINE(PRODUCTS, Place.RIGHT_AFTER, CsvRow::emptyLine),

    SALE_PRICE_IN_LATIN_1_POUNDS(
            SALES,
            "bad_encoding",
            row -> row.with("price", "£" + row.get("price")).encodedAs(ISO_8859_1)),
    /** The highest bit of the first letter is set by mistake. */
    SALE_WITH_DAMAGED_BYTE(
            SALES,
            "bad_encoding",
            row -> row.with("customer_id", "\u00c3" + row.get("customer_id").substring(1))
                    .encodedAs(ISO_8859_1)),
    SALE_LINE_CUT_OFF(SALES, "column_count", row -> row.cutOffAt("quantity")),
    SALE_PRICE_WITH_UNQUOTED_COMMA(SALES, "column_count", row -> {
        String[] parts = decimalComma(row).split(",", 2);
        return row.split("price", parts[0], parts[1]);
    }),
    SALE_ORDER_WITH_NUL(
            SALES,
            "control_character",
            row -> row.with("order_id", row.get("order_id").replaceFirst("-", "-\0"))),
    SALE_QUANTITY_WITH_BACKSPACE(SALES, "control_character", row -> row.with("quantity", "1\b" + row.get("quantity"))),
    SALE_ORDER_IS_A_LINK(
            SALES,
            "too_long",
            row -> row.with(
                    "order_id",
                    "https://shop.example.com/admin/orders/" + row.get("order_id")
                            + "?from=dashboard&filter=paid&page=3")),
    /** A spreadsheet shows long numbers with an exponent, and writes what it shows. */
    SALE_ORDER_IS_ROUNDED(SALES, "damaged_id", row -> row.with("order_id", "2.02501E+12")),
    SALE_WITHOUT_ORDER(SALES, "missing_order_id", row -> row.without("order_id")),
    SALE_WITHOUT_CUSTOMER(SALES, "missing_customer_id", row -> row.without("customer_id")),
    SALE_CUSTOMER_IS_NULL(SALES, "missing_customer_id", row -> row.with("customer_id", "NULL")),
    SALE_WITHOUT_PRODUCT(SALES, "missing_product_id", row -> row.without("product_id")),
    SALE_QUANTITY_IN_WORDS(SALES, "bad_quantity", row -> row.with("quantity", "two")),
    SALE_QUANTITY_WITH_UNIT(SALES, "bad_quantity", row -> row.with("quantity", row.get("quantity") + " pcs")),
    /** An export of binary fractions. */
    SALE_QUANTITY_WITH_MANY_DECIMALS(
            SALES, "bad_quantity", row -> row.with("quantity", row.get("quantity") + ".0000001")),
    SALE_OF_NOTHING(SALES, "quantity_not_positive", row -> row.with("quantity", "0")),
    SALE_IS_A_RETURN(SALES, "quantity_not_positive", row -> row.with("quantity", "-" + row.get("quantity"))),
    SALE_PRICE_WITH_DECIMAL_COMMA(SALES, "bad_price", row -> row.with("price", decimalComma(row))),
    SALE_PRICE_IN_WORDS(SALES, "bad_price", row -> row.with("price", "free")),
    SALE_PRICE_IS_A_SHEET_ERROR(SALES, "formula_error", row -> row.with("price", "#REF!")),
    SALE_WITH_NEGATIVE_PRICE(SALES, "negative_price", row -> row.with("price", "-" + row.get("price"))),
    SALE_ON_30_FEBRUARY(
            SALES, "bad_date", row -> row.with("order_date", date(row).getYear() + "-02-30")),
    SALE_YESTERDAY(SALES, "bad_date", row -> row.with("order_date", "yesterday")),
    SALE_ON_ZERO_DATE(SALES, "bad_date", row -> row.with("order_date", "0000-00-00")),
    /** The day from which spreadsheets count days. */
    SALE_ON_FIRST_SPREADSHEET_DAY(SALES, "date_out_of_range", row -> row.with("order_date", "1899-12-30")),
    SALE_IN_THE_NEXT_CENTURY(
            SALES,
            "date_out_of_range",
            row -> row.with("order_date", date(row).plusYears(100).toString())),
    SALE_ON_LAST_DAY_OF_ALL(SALES, "date_out_of_range", row -> row.with("order_date", "9999-12-31")),
    /** Somebody corrected the sale while the export ran, so the export has the sale twice. */
    SALE_TWICE(
            SALES,
            "duplicate_id",
            Place.AT_THE_END,
            (row, scene) -> row.with("quantity", Integer.toString(Integer.parseInt(row.get("quantity")) + 1))),
    /** The sale loads by itself when somebody corrects the row of the customer. */
    SALE_TO_REJECTED_CUSTOMER(
            SALES, "unknown_customer", (row, scene) -> row.with("customer_id", scene.oneOf(scene.rejectedCustomers()))),
    SALE_CUSTOMER_IN_SMALL_LETTERS(
            SALES,
            "unknown_customer",
            row -> row.with("customer_id", row.get("customer_id").replace('C', 'c'))),
    /** The sale loads by itself when somebody corrects the row of the product. */
    SALE_OF_REJECTED_PRODUCT(
            SALES, "unknown_product", (row, scene) -> row.with("product_id", scene.oneOf(scene.rejectedProducts()))),
    SALE_PRODUCT_WITHOUT_DASH(
            SALES,
            "unknown_product",
            row -> row.with("product_id", row.get("product_id").replace("-", ""))),
    SALE_OF_UNPRICED_PRODUCT(
            SALES,
            "missing_price",
            (row, scene) -> row.with("product_id", scene.oneOf(scene.unpricedProducts()))
                    .without("price")),

    SALE_PRICE_IN_DOLLARS(SALES, row -> row.with("price", Dollars.withSign(amount(row, "price")))),
    SALE_DATE_WITH_TIME(SALES, (row, scene) -> row.with("order_date", row.get("order_date") + " " + scene.timeOfDay())),
    SALE_DATE_WITH_ISO_TIME(
            SALES, (row, scene) -> row.with("order_date", row.get("order_date") + "T" + scene.timeOfDay())),
    SALE_DATE_WITH_SLASHES(
            SALES, row -> row.with("order_date", row.get("order_date").replace('-', '/'))),
    SALE_QUANTITY_WITH_DECIMAL(SALES, row -> row.with("quantity", row.get("quantity") + ".0")),
    /** The price of the product counts. If the product has no price, the row is not changed. */
    SALE_AT_LIST_PRICE(
            SALES,
            (row, scene) -> scene.unpricedProducts().contains(row.get("product_id")) ? row : row.without("price")),
    SALE_PRICE_WITH_PADDING(SALES, row -> row.with("price", " " + row.get("price") + "\u00a0")),
    /** A computed price that nobody rounded. */
    SALE_PRICE_WITH_MANY_DECIMALS(
            SALES,
            row -> row.with(
                    "price",
                    amount(row, "price").add(new BigDecimal("0.00333333")).toPlainString())),
    SALE_WITH_BLANK_CELLS_BEHIND(SALES, row -> row.withBlankCellsBehind(3)),
    SALE_BLANK_ROW(SALES, Place.RIGHT_AFTER, CsvRow::blank),
    SALE_EMPTY_LINE(SALES, Place.RIGHT_AFTER, CsvRow::emptyLine);

    private final SampleKind kind;
    private final Optional<String> reason;
    private final Place place;
    private final BiFunction<CsvRow, Scene, CsvRow> change;

    /** Dirt that makes a row wrong. */
    Dirt(SampleKind kind, String reason, UnaryOperator<CsvRow> change) {
        this(kind, reason, (row, scene) -> change.apply(row));
    }

    /** Dirt that makes a row wrong, and needs the scene. */
    Dirt(SampleKind kind, String reason, BiFunction<CsvRow, Scene, CsvRow> change) {
        this(kind, reason, Place.INSTEAD, change);
    }

    /** Dirt that adds a wrong row, and keeps the good row. */
    Dirt(SampleKind kind, String reason, Place place, BiFunction<CsvRow, Scene, CsvRow> change) {
        this.kind = kind;
        this.reason = Optional.of(reason);
        this.place = place;
        this.change = change;
    }

    /** Dirt that makes a row odd. */
    Dirt(SampleKind kind, UnaryOperator<CsvRow> change) {
        this(kind, Place.INSTEAD, change);
    }

    /** Dirt that makes a row odd, and needs the scene. */
    Dirt(SampleKind kind, BiFunction<CsvRow, Scene, CsvRow> change) {
        this.kind = kind;
        this.reason = Optional.empty();
        this.place = Place.INSTEAD;
        this.change = change;
    }

    /** Dirt that adds a blank row, and keeps the good row. */
    Dirt(SampleKind kind, Place place, UnaryOperator<CsvRow> change) {
        this.kind = kind;
        this.reason = Optional.empty();
        this.place = place;
        this.change = (row, scene) -> change.apply(row);
    }

    /** The place of the changed row. */
    enum Place {
        /** In the place of the good row. */
        INSTEAD,
        /** Right after the good row. */
        RIGHT_AFTER,
        /** At the end of the file. */
        AT_THE_END
    }

    /**
     * What some dirt needs to know besides the row.
     *
     * @param random makes random choices
     * @param rejectedCustomers ids that the file of customers has only in wrong rows
     * @param rejectedProducts ids that the file of products has only in wrong rows
     * @param unpricedProducts ids of good products without a price
     */
    record Scene(
            Random random,
            List<String> rejectedCustomers,
            List<String> rejectedProducts,
            List<String> unpricedProducts) {

        String oneOf(String... choices) {
            return oneOf(List.of(choices));
        }

        String oneOf(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        String timeOfDay() {
            return String.format(
                    Locale.ROOT, "%02d:%02d:%02d", 8 + random.nextInt(14), random.nextInt(60), random.nextInt(60));
        }
    }

    /** All dirt that makes rows of this file wrong, in order. */
    static List<Dirt> wrong(SampleKind kind) {
        return Arrays.stream(values())
                .filter(dirt -> dirt.kind == kind && dirt.isWrong())
                .toList();
    }

    /** All dirt that makes rows of this file odd, in order. */
    static List<Dirt> odd(SampleKind kind) {
        return Arrays.stream(values())
                .filter(dirt -> dirt.kind == kind && !dirt.isWrong())
                .toList();
    }

    boolean isWrong() {
        return reason.isPresent();
    }

    SampleKind kind() {
        return kind;
    }

    /** The code of the first reason of a wrong row; empty for an odd row. */
    Optional<String> reason() {
        return reason;
    }

    Place place() {
        return place;
    }

    CsvRow applyTo(CsvRow good, Scene scene) {
        return change.apply(good, scene);
    }

    private static BigDecimal amount(CsvRow row, String column) {
        return new BigDecimal(row.get(column).replace("$", "").replace(",", ""));
    }

    private static String decimalComma(CsvRow row) {
        return amount(row, "price").toPlainString().replace('.', ',');
    }

    private static LocalDate date(CsvRow row) {
        return LocalDate.parse(row.get("order_date"));
    }
}
