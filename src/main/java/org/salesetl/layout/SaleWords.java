package org.salesetl.layout;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.salesetl.mapping.Column;
import org.salesetl.vocabulary.Kind;

/**
 * Tells the cells of a header that belong to a sale. Every export of orders names its products too; taken for a file of products, it
 * would fill the dimension with rubbish.
 */
final class SaleWords {

    /** The columns that only sales have. */
    private static final Set<Column> OF_SALES_ONLY =
            EnumSet.of(Column.ORDER_ID, Column.SALE_ID, Column.ORDER_DATE, Column.QUANTITY, Column.AMOUNT);

    /** Words for an order and for a quantity, as exports of several languages write them, without accents. */
    private static final Set<String> WORDS = Set.of(
            "order",
            "orders",
            "invoice",
            "receipt",
            "transaction",
            "lineitem",
            "quantity",
            "qty",
            "sold",
            "bestellung",
            "bestellnummer",
            "auftrag",
            "auftragsnummer",
            "rechnung",
            "rechnungsnummer",
            "beleg",
            "belegnummer",
            "menge",
            "anzahl",
            "commande",
            "facture",
            "ticket",
            "quantite",
            "qte",
            "pedido",
            "factura",
            "cantidad",
            "venta",
            "ordine",
            "fattura",
            "quantita",
            "fatura",
            "quantidade",
            "factuur",
            "aantal");

    private SaleWords() {}

    /**
     * The cells that belong to a sale, so that the file is none of customers or products.
     *
     * @param kind customers or products
     * @param ofSales where the header has the columns of sales
     * @param header the cells of the header
     */
    static List<String> cellsOfSales(Kind kind, Map<Column, List<Integer>> ofSales, List<String> header) {
        Set<Column> only = EnumSet.copyOf(OF_SALES_ONLY);
        only.add(kind == Kind.PRODUCTS ? Column.CUSTOMER_ID : Column.PRODUCT_ID);
        return IntStream.range(0, header.size())
                .filter(place -> only.stream()
                                .anyMatch(column ->
                                        ofSales.getOrDefault(column, List.of()).contains(place))
                        || (kind == Kind.PRODUCTS && hasWord(header.get(place))))
                .mapToObj(header::get)
                .toList();
    }

    /** Of customers, an export may well tell how many orders each has made. */
    private static boolean hasWord(String cell) {
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^a-z]")).anyMatch(WORDS::contains);
    }
}
