package org.salesetl.layout;

import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderWords;
import org.salesetl.notation.Accents;
import org.salesetl.vocabulary.Kind;

/**
 * Tells the cells of a header that belong to a sale. Every export of orders names its products too; taken for a file of products, it
 * would fill the dimension with rubbish.
 */
@Named
class SaleWords {

    /** The columns that only sales have. */
    private static final Set<Column> OF_SALES_ONLY =
            EnumSet.of(Column.ORDER_ID, Column.SALE_ID, Column.ORDER_DATE, Column.QUANTITY, Column.AMOUNT);

    private final Set<String> words = new HashSet<>();

    SaleWords(HeaderWords headerWords) {
        for (Column column : List.of(Column.ORDER_ID, Column.QUANTITY)) {
            headerWords.of(column).stream()
                    .filter(word -> word.indexOf(' ') < 0 && !NameWords.areOfAnything(List.of(word)))
                    .forEach(words::add);
        }
    }

    /**
     * The cells that belong to a sale, so that the file is none of customers, products or rates.
     *
     * @param kind customers, products or rates
     * @param ofSales where the header has the columns of sales
     * @param header the cells of the header
     */
    List<String> cellsOfSales(Kind kind, Map<Column, List<Integer>> ofSales, List<String> header) {
        Set<Column> only = EnumSet.copyOf(OF_SALES_ONLY);
        if (kind != Kind.CUSTOMERS) {
            only.add(Column.CUSTOMER_ID);
        }
        if (kind != Kind.PRODUCTS) {
            only.add(Column.PRODUCT_ID);
        }
        if (kind == Kind.RATES) {
            only.remove(Column.ORDER_DATE);
        }
        return IntStream.range(0, header.size())
                .filter(place -> only.stream()
                                .anyMatch(column ->
                                        ofSales.getOrDefault(column, List.of()).contains(place))
                        || (kind == Kind.PRODUCTS && hasWord(header.get(place))))
                .mapToObj(header::get)
                .toList();
    }

    /** Of customers, an export may well tell how many orders each has made. */
    private boolean hasWord(String cell) {
        String plain = Accents.removedFrom(cell).toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}]+")).anyMatch(words::contains);
    }
}
