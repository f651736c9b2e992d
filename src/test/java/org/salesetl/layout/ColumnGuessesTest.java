package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salesetl.SomeProperties;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderWords;
import org.salesetl.mapping.SomeMappings;

class ColumnGuessesTest {

    private final ColumnGuesses guesses =
            new ColumnGuesses(SomeMappings.of(SomeProperties.defaults()), new HeaderWords());

    @Test
    void knowsWordsOfOtherLanguages() {
        assertThat(guess("Bestellnummer;Datum;Kundennr;Kunde;Ort;Artikelnr;Artikel;Menge;Einzelpreis;Summe"))
                .contains(
                        entry("Bestellnummer", Column.ORDER_ID),
                        entry("Datum", Column.ORDER_DATE),
                        entry("Kundennr", Column.CUSTOMER_ID),
                        entry("Artikelnr", Column.PRODUCT_ID),
                        entry("Menge", Column.QUANTITY),
                        entry("Einzelpreis", Column.PRICE),
                        entry("Summe", Column.AMOUNT),
                        entry("Ort", Column.CITY));
        assertThat(guess("N° ticket;Date;Article;Catégorie;Qté;Prix unitaire;Montant"))
                .contains(
                        entry("N° ticket", Column.ORDER_ID),
                        entry("Article", Column.PRODUCT_ID),
                        entry("Qté", Column.QUANTITY),
                        entry("Prix unitaire", Column.PRICE),
                        entry("Montant", Column.AMOUNT));
    }

    @Test
    void findsWordsThatAreWrittenTogether() {
        assertThat(guess(
                        "ORDERNUMBER;QUANTITYORDERED;PRICEEACH;SALES;ORDERDATE;PRODUCTCODE;CUSTOMERNAME",
                        "10223;37;100;3965.66;2/20/2004 0:00;S10_1678;Vitachrome Inc."))
                .contains(
                        entry("ORDERNUMBER", Column.ORDER_ID),
                        entry("QUANTITYORDERED", Column.QUANTITY),
                        entry("PRICEEACH", Column.PRICE),
                        entry("SALES", Column.AMOUNT),
                        entry("ORDERDATE", Column.ORDER_DATE),
                        entry("PRODUCTCODE", Column.PRODUCT_ID));
    }

    @Test
    void neverTakesADateForAnIdNorAStatusForAnOrder() {
        assertThat(guess(
                        "order status;order placed;order ref;customer since;customer ref;qty text",
                        "shipped;2025-03-01;A-1;2020-01-01;C-9;two",
                        "cancelled;2025-03-02;A-2;2020-01-01;C-9;three"))
                .contains(entry("order ref", Column.ORDER_ID), entry("customer ref", Column.CUSTOMER_ID))
                .doesNotContainEntry("order status", Column.ORDER_ID)
                .doesNotContainKeys("customer since", "qty text");
    }

    @Test
    void takesNoNameThatIsRepeatedForTheIdOfALine() {
        assertThat(guess("sale;x", "7;1", "7;2")).doesNotContainValue(Column.SALE_ID);
        assertThat(guess("sale;x", "7;1", "8;2")).containsEntry("sale", Column.SALE_ID);
    }

    @Test
    void guessesNothingOfABlankColumn() {
        assertThat(guess("Receipt Number;Order", ";1", ";2")).containsOnly(entry("Order", Column.ORDER_ID));
    }

    @Test
    void takesTheWordsOfANameApart() {
        assertThat(guess(
                        "*ContactName;*InvoiceNumber;*InvoiceDate;*DueDate;TaxTotal;InventoryItemCode;*Description;*Quantity;*UnitAmount;LineAmount",
                        "Ridgeway Ltd;INV-31;2025-03-05;2025-04-04;11.00;MUG-1;Mug red;2.0000;12.5000;25.00",
                        "Hill & Co;INV-32;2025-03-31;2025-04-30;5.00;MUG-1;Mug red;2.0000;12.5000;25.00"))
                .containsOnly(
                        entry("*ContactName", Column.CUSTOMER_NAME),
                        entry("*InvoiceNumber", Column.ORDER_ID),
                        entry("*InvoiceDate", Column.ORDER_DATE),
                        entry("InventoryItemCode", Column.PRODUCT_ID),
                        entry("*Description", Column.PRODUCT_NAME),
                        entry("*Quantity", Column.QUANTITY),
                        entry("*UnitAmount", Column.PRICE),
                        entry("LineAmount", Column.AMOUNT));
    }

    @Test
    void knowsWordsOfPolishSwedishTurkishAndJapanese() {
        assertThat(guess(
                        "Nr zamówienia;Data zakupu;Kupujący;Miejscowość;Nazwa oferty;Sygnatura;Liczba sztuk;Cena;Wartość;Waluta",
                        "a1b2-1;2025-03-05;anna_k;Łódź;Kubek;KUB-1;2;617,25 zł;1 234,50 zł;PLN"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Nr zamówienia", Column.ORDER_ID,
                        "Data zakupu", Column.ORDER_DATE,
                        "Kupujący", Column.CUSTOMER_ID,
                        "Miejscowość", Column.CITY,
                        "Nazwa oferty", Column.PRODUCT_NAME,
                        "Sygnatura", Column.PRODUCT_ID,
                        "Liczba sztuk", Column.QUANTITY,
                        "Cena", Column.PRICE,
                        "Wartość", Column.AMOUNT,
                        "Waluta", Column.CURRENCY));
        assertThat(guess(
                        "Fakturanr;Fakturadatum;Kundnr;Kund;Artikelnr;Benämning;Levererat antal;à-pris;Rabatt %;Summa",
                        "501;2025-03-05;17;Café Ö;M-1;Mugg;2;125,00;0;250,00",
                        "502;2025-03-31;18;Bageri;P-2;Penna;10;30,00;10;270,00"))
                .contains(
                        entry("Fakturanr", Column.ORDER_ID),
                        entry("Kundnr", Column.CUSTOMER_ID),
                        entry("Kund", Column.CUSTOMER_NAME),
                        entry("Levererat antal", Column.QUANTITY),
                        entry("à-pris", Column.PRICE),
                        entry("Summa", Column.AMOUNT))
                .doesNotContainKey("Rabatt %");
        assertThat(guess(
                        "Fatura No;Fatura Tarihi;Müşteri Kodu;Müşteri Adı;Stok Kodu;Stok Adı;Miktar;Birim Fiyat;Tutar;Şehir",
                        "F-1;05.03.2025;120.01.001;Yıldız;KUP-1;Kupa;2;617,25;1.234,50;İzmir"))
                .contains(
                        entry("Fatura No", Column.ORDER_ID),
                        entry("Fatura Tarihi", Column.ORDER_DATE),
                        entry("Müşteri Kodu", Column.CUSTOMER_ID),
                        entry("Stok Kodu", Column.PRODUCT_ID),
                        entry("Miktar", Column.QUANTITY),
                        entry("Birim Fiyat", Column.PRICE),
                        entry("Tutar", Column.AMOUNT));
        assertThat(guess("注文番号;注文日時;商品番号;商品名;個数;単価;注文者", "100-1;2025/03/05 10:00;MUG-1;マグカップ;2;1250;山田太郎"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "注文番号", Column.ORDER_ID,
                        "注文日時", Column.ORDER_DATE,
                        "商品番号", Column.PRODUCT_ID,
                        "商品名", Column.PRODUCT_NAME,
                        "個数", Column.QUANTITY,
                        "単価", Column.PRICE,
                        "注文者", Column.CUSTOMER_ID));
    }

    @Test
    void tellsANumberFromANameByTheValues() {
        assertThat(guess("Artikel;Artikelnr;Kunde;Kundennr", "Mehl;A-1;Groß;10023", "Hefe;A-2;Süß;10044"))
                .contains(
                        entry("Artikel", Column.PRODUCT_NAME),
                        entry("Artikelnr", Column.PRODUCT_ID),
                        entry("Kunde", Column.CUSTOMER_NAME),
                        entry("Kundennr", Column.CUSTOMER_ID));
        assertThat(guess("Item;Client Name;New client", "Latte;Jane Roe;0", "Muffin;Max Doe;1"))
                .containsOnly(entry("Item", Column.PRODUCT_NAME), entry("Client Name", Column.CUSTOMER_NAME));
    }

    @Test
    void takesNoTaxNoFeeAndNoPercentForThePriceOfASale() {
        assertThat(guess(
                        "Tax Amount;Shipping amount;Discount %;Line total tax;Amount refunded;Net price (excl. VAT)",
                        "5.00;4.90;10;1.00;0.00;25.00"))
                .containsOnly(entry("Net price (excl. VAT)", Column.AMOUNT));
    }

    @Test
    void tellsThePriceOfAUnitFromTheAmountOfALineByTheirValues() {
        assertThat(guess("Qty;Item price;Net price", "2;25.00;12.50", "1;3.00;3.00"))
                .contains(entry("Item price", Column.AMOUNT), entry("Net price", Column.PRICE));
        assertThat(guess("Qty;Item price;Net price", "2;12.50;25.00", "1;3.00;3.00"))
                .contains(entry("Item price", Column.PRICE), entry("Net price", Column.AMOUNT));
    }

    @Test
    void takesTheAmountThatQuantityTimesPriceExplainsForThatOfALine() {
        assertThat(guess(
                        "Order;Qty;Unit Price;Sub-Total;Goods",
                        "1;2;12.50;55.00;25.00",
                        "1;10;3.00;55.00;30.00",
                        "2;1;12.50;12.50;12.50"))
                .containsEntry("Goods", Column.AMOUNT)
                .doesNotContainKey("Sub-Total");
    }

    @Test
    void findsQuantityAndPriceByTheirProduct() {
        assertThat(guess("X;Y;Z;Total", "1;2;$12.50;$25.00", "2;10;$3.00;$30.00", "3;1;$12.50;$12.50"))
                .contains(entry("Y", Column.QUANTITY), entry("Z", Column.PRICE), entry("Total", Column.AMOUNT))
                .doesNotContainKey("X");
        assertThat(guess("Z;Y;Total", "12.50;2;25.00", "3.00;10;30.00"))
                .contains(entry("Y", Column.QUANTITY), entry("Z", Column.PRICE));
    }

    @Test
    void takesTheOnlyMoneyForAPriceIfItMakesAnotherColumn() {
        assertThat(guess("Qty;Nett price;Total of goods", "144;1.234567;177.78", "1000;0.0325;32.50"))
                .contains(entry("Nett price", Column.PRICE), entry("Total of goods", Column.AMOUNT));
    }

    @Test
    void takesAWordForTheNumberOfAnythingOnlyAlone() {
        assertThat(guess("Num;Code;Serial Num;Post code", "1001;MUG-1;A7;E1", "1002;PEN-2;B8;E2"))
                .contains(entry("Num", Column.ORDER_ID), entry("Code", Column.PRODUCT_ID))
                .doesNotContainKeys("Serial Num", "Post code");
    }

    @Test
    void takesTheOnlyDatesForThoseOfSales() {
        assertThat(guess("When;Delivery;Qty", "2025-03-05;2025-03-07;2", "2025-03-31;2025-04-02;1"))
                .containsEntry("When", Column.ORDER_DATE);
        assertThat(guess("Delivery;Code;Qty", "2025-03-07;20250305;2")).doesNotContainValue(Column.ORDER_DATE);
    }

    @Test
    void takesNoDiscountForAPriceOrAnAmount() {
        assertThat(guess(
                        "Original price;Discount total;Subtotal before discount;Subtotal after discount",
                        "30.00;10.00;60.00;50.00"))
                .containsEntry("Subtotal after discount", Column.AMOUNT)
                .doesNotContainKeys("Original price", "Subtotal before discount");
    }

    @Test
    void takesNoPriceForADiscount() {
        assertThat(guess("Order;Qty;Price before discount price;Discount price", "1;1;12.50;10.00", "2;2;3.00;2.50"))
                .doesNotContainValue(Column.DISCOUNT);
        assertThat(guess("Order;Qty;Price;Discount rate", "1;1;12.50;10", "2;2;3.00;25"))
                .containsEntry("Discount rate", Column.DISCOUNT);
    }

    @Test
    void takesMoneyAndProductsOfTheItemsInAListAndTheRestOfTheirOrder() {
        assertThat(guess(
                        "id;date;customer.id;customer.city;total;discount;sales[].id;sales[].date;sales[].sku;sales[].count;sales[].price",
                        "7;2025-03-01;C1;Lyon;30.00;3.00;71;2025-03-05;A;1;10.00",
                        "7;2025-03-01;C1;Lyon;30.00;3.00;72;2025-03-05;B;2;10.00",
                        "8;2025-03-02;C2;Paris;5.00;0.00;81;2025-03-06;A;1;5.00"))
                .containsOnly(
                        entry("id", Column.ORDER_ID),
                        entry("date", Column.ORDER_DATE),
                        entry("customer.id", Column.CUSTOMER_ID),
                        entry("customer.city", Column.CITY),
                        entry("sales[].id", Column.SALE_ID),
                        entry("sales[].sku", Column.PRODUCT_ID),
                        entry("sales[].count", Column.QUANTITY),
                        entry("sales[].price", Column.PRICE));
    }

    /** The total would count once for each item. */
    @Test
    void neverTakesTheTotalOfAnOrderWhereItsItemsHaveNoMoney() {
        assertThat(guess(
                        "id;created_at;total;items[].sku;items[].qty",
                        "7;2025-03-01;30.00;A;1",
                        "7;2025-03-01;30.00;B;2"))
                .doesNotContainValue(Column.AMOUNT)
                .doesNotContainValue(Column.PRICE);
    }

    @Test
    void readsDotsOfOtherHeadersAsEver() {
        assertThat(guess(
                        "Inv.No;Inv.Date;Item.Code;Item.Qty;Rate;Amount",
                        "7;2025-03-01;A;2;10.00;20.00",
                        "8;2025-03-02;B;1;5.00;5.00"))
                .contains(entry("Rate", Column.PRICE), entry("Amount", Column.AMOUNT));
    }

    @Test
    void takesNoNumberOfARowForAProduct() {
        assertThat(guess(
                        "item_id;product_id;product name;qty;price",
                        "1;7;Cup;1;5.00",
                        "2;7;Cup;2;5.00",
                        "3;8;Pot;1;9.00"))
                .containsEntry("product_id", Column.PRODUCT_ID);
        assertThat(guess(
                        "sku;product_id;product name;qty;price",
                        "A-1;7;Cup;1;5.00",
                        "A-2;7;Cup;2;5.00",
                        "B-1;8;Pot;1;9.00"))
                .containsEntry("sku", Column.PRODUCT_ID);
    }

    @Test
    void takesNoAddressAndNoFlagForACustomer() {
        assertThat(guess("Customer address;Do not contact?;Buyer", "1 Main St;0;jane.r", "2 Elm St;0;max.d"))
                .containsEntry("Buyer", Column.CUSTOMER_NAME)
                .doesNotContainKeys("Customer address", "Do not contact?");
    }

    @Test
    void takesNoTotalOfAnOrderForTheAmountOfALine() {
        assertThat(guess("Order;Qty;Item price;Subtotal", "1;1;12.50;18.50", "1;2;3.00;18.50", "2;1;12.50;12.50"))
                .containsEntry("Item price", Column.PRICE)
                .doesNotContainKey("Subtotal");
    }

    @Test
    void takesTheNumberOfASaleWithSeveralLinesForThatOfAnOrder() {
        assertThat(guess("Sale ID;Qty", "1001;1", "1001;2", "1002;1")).containsEntry("Sale ID", Column.ORDER_ID);
        assertThat(guess("Sale ID;Qty", "1001;1", "1002;2")).containsEntry("Sale ID", Column.SALE_ID);
    }

    @Test
    void takesNoAccountOfABookkeeperForACustomer() {
        assertThat(guess("*AccountCode;Qty", "200;1", "200;2")).doesNotContainKey("*AccountCode");
    }

    @Test
    void takesNoBarCodeForAQuantity() {
        assertThat(guess("Units;Anzahl", "5012345678900;2", "5012345678917;1"))
                .containsEntry("Anzahl", Column.QUANTITY)
                .doesNotContainKey("Units");
    }

    @Test
    void saysWhyAColumnIsTakenForWhatItIs() {
        Map<String, ColumnGuess> guesses = guesses(
                "Bestellnr;Zeile;Datum;Kunde;E-Mail;Artikelnr;Menge;Einzelpreis",
                "B1;Z1;15.03.2025;Ann;ann@example.org;A1;2;1,50",
                "B1;Z2;15.03.2025;Ann;ann@example.org;A2;1;2,00",
                "B2;Z3;offen;Bo;bo@example.org;A1;1;1,50",
                "B3;Z4;17.03.2025;Bo;bo@example.org;A1;1;1,50");

        assertThat(guesses)
                .containsEntry("Datum", new ColumnGuess(Column.ORDER_DATE, "named like a date, most values are dates"))
                .containsEntry(
                        "Bestellnr",
                        new ColumnGuess(
                                Column.ORDER_ID,
                                "named like the number of an order, shared by some rows, as lines of an order do"))
                .containsEntry(
                        "Menge", new ColumnGuess(Column.QUANTITY, "named like a quantity, all values are numbers"))
                .containsEntry(
                        "E-Mail",
                        new ColumnGuess(Column.EMAIL, "named like an email address, all values are email addresses"))
                .containsEntry(
                        "Kunde",
                        new ColumnGuess(Column.CUSTOMER_NAME, "named like the name of a customer, values of letters"))
                .containsEntry(
                        "Artikelnr",
                        new ColumnGuess(Column.PRODUCT_ID, "named like the number of a product, values with digits"));
    }

    @Test
    void saysWhichOfTwoColumnsOfMoneyIsTheOtherTimesTheQuantity() {
        Map<String, ColumnGuess> guesses = guesses("Qty;Amount;Price", "3;2.00;6.00", "2;5.00;10.00");

        assertThat(guesses)
                .containsEntry("Amount", new ColumnGuess(Column.PRICE, "times the quantity, it is the amount"))
                .containsEntry("Price", new ColumnGuess(Column.AMOUNT, "it is the price times the quantity"));
    }

    private Map<String, Column> guess(String header, String... rows) {
        Map<String, Column> columns = new LinkedHashMap<>();
        guesses(header, rows).forEach((cell, guess) -> columns.put(cell, guess.column()));
        return columns;
    }

    private Map<String, ColumnGuess> guesses(String header, String... rows) {
        return guesses.of(
                cells(header), Stream.of(rows).map(ColumnGuessesTest::cells).toList(), EnumSet.noneOf(Column.class));
    }

    private static List<String> cells(String record) {
        return Arrays.asList(record.split(";", -1));
    }
}
