package org.salesetl.layout;

import java.util.List;
import java.util.Set;
import org.salesetl.mapping.Column;

/** Words in the name of a column which say that it is something else, although another word would fit: a due date is no order date. */
final class MisleadingWords {

    /** A word as short as this is no part of another. */
    private static final int SHORT = 3;

    private static final Set<String> OF_OTHER_DATES = Set.of(
            "due",
            "ship",
            "deliver",
            "dispatch",
            "paid",
            "payment",
            "birth",
            "modified",
            "updated",
            "expir",
            "expected",
            "liefer",
            "versand",
            "zahlung",
            "fallig",
            "geburt",
            "echeance",
            "livraison",
            "paiement",
            "vencimento",
            "vencimiento",
            "entrega",
            "envio",
            "pagamento",
            "pago",
            "scadenza",
            "consegna",
            "verval",
            "lever",
            "forfall",
            "forfald",
            "platnosc",
            "wysyl",
            "teslim",
            "vade");

    private static final Set<String> OF_OTHER_MONEY = Set.of(
            "tax",
            "taxes",
            "vat",
            "gst",
            "mwst",
            "ust",
            "steuer",
            "tva",
            "iva",
            "moms",
            "kdv",
            "btw",
            "podatek",
            "fee",
            "fees",
            "commission",
            "commissie",
            "provision",
            "gebuhr",
            "ship",
            "postage",
            "freight",
            "versand",
            "porto",
            "tip",
            "tips",
            "trinkgeld",
            "gratuity",
            "profit",
            "margin",
            "marge",
            "cost",
            "kosten",
            "costo",
            "custo",
            "paid",
            "due",
            "balance",
            "refund",
            "deposit",
            "weight",
            "gewicht",
            "stock",
            "bestand",
            "credit",
            "debit",
            "points",
            "loyalty",
            "tarifa",
            "original",
            "percent",
            "prozent",
            "procent",
            "percentage");

    private static final Set<String> OF_DISCOUNTS = Set.of(
            "discount", "rabatt", "rabat", "remise", "descuento", "desconto", "sconto", "korting", "indirim", "sleva");

    /** The discount is only named to say that it has been taken off. */
    private static final Set<String> AFTER_DISCOUNT =
            Set.of("after", "less", "net", "nach", "apres", "despues", "dopo");

    /** The tax is only named to say whether it is in the price. */
    private static final Set<String> BEFORE_TAX = Set.of(
            "ex",
            "exc",
            "excl",
            "excluding",
            "inc",
            "incl",
            "including",
            "inkl",
            "exkl",
            "ohne",
            "before",
            "after",
            "without",
            "net");

    private static final Set<String> OF_NO_ID = Set.of(
            "total",
            "sum",
            "amount",
            "price",
            "qty",
            "quantity",
            "date",
            "time",
            "status",
            "state",
            "type",
            "currency",
            "note",
            "comment",
            "name",
            "title",
            "description",
            "betrag",
            "preis",
            "menge",
            "datum",
            "bezeichnung",
            "nom",
            "nome",
            "navn",
            "namn",
            "montant",
            "prix",
            "city",
            "address",
            "adresse",
            "phone",
            "telefon",
            "zip",
            "country",
            "land",
            "pays",
            "pais",
            "region",
            "details");

    private static final Set<String> OF_NO_NAME = Set.of(
            "type",
            "category",
            "status",
            "estado",
            "address",
            "country",
            "region",
            "details",
            "total",
            "amount",
            "price",
            "qty",
            "quantity",
            "date",
            "code",
            "id",
            "number",
            "email",
            "note");

    private MisleadingWords() {}

    /**
     * Whether the name has a word for something else.
     *
     * @param words the words of the name
     * @param column what the name may mean
     */
    static boolean areIn(List<String> words, Column column) {
        return switch (column) {
            case ORDER_DATE -> hasOneOf(words, OF_OTHER_DATES);
            case QUANTITY, PRICE, AMOUNT -> isOtherMoney(words) || isDiscount(words);
            case DISCOUNT, COST_PRICE -> isOtherMoney(words);
            case ORDER_ID, SALE_ID, CUSTOMER_ID, PRODUCT_ID -> hasOneOf(words, OF_NO_ID);
            case CUSTOMER_NAME, PRODUCT_NAME -> hasOneOf(words, OF_NO_NAME);
            case NAME, EMAIL, CITY, CATEGORY, STATUS, CURRENCY, COST, UNIT_COST, PROFIT, MARGIN, DATE, RATE -> false;
        };
    }

    private static boolean isOtherMoney(List<String> words) {
        return hasOneOf(words, OF_OTHER_MONEY) && words.stream().noneMatch(BEFORE_TAX::contains);
    }

    private static boolean isDiscount(List<String> words) {
        return hasOneOf(words, OF_DISCOUNTS) && words.stream().noneMatch(AFTER_DISCOUNT::contains);
    }

    private static boolean hasOneOf(List<String> words, Set<String> misleading) {
        return words.stream()
                .anyMatch(word -> misleading.contains(word)
                        || misleading.stream().anyMatch(other -> other.length() > SHORT && word.contains(other)));
    }
}
