package org.salesetl.layout;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Mappings;
import org.salesetl.vocabulary.Kind;
import org.springframework.stereotype.Component;

/**
 * Guesses what unknown columns of a header may mean: a known name that is nearly the same, or a word for it in another language.
 * A guess never loads anything; it only tells somebody what to write into the configuration.
 */
@Component
class ColumnGuesses {

    private static final double LEAST_SIMILARITY = 0.87;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    /** Words that people use as headings, for the columns without which no kind is recognised. */
    private static final Map<Column, List<String>> WORDS = Map.ofEntries(
            entry(
                    Column.CUSTOMER_ID,
                    List.of("customer", "client", "buyer", "kunde", "kundennummer", "cliente", "klant")),
            entry(
                    Column.PRODUCT_ID,
                    List.of(
                            "product",
                            "item",
                            "article",
                            "artikel",
                            "artikelnummer",
                            "produkt",
                            "produit",
                            "producto")),
            entry(
                    Column.ORDER_ID,
                    List.of(
                            "order",
                            "receipt",
                            "bestellung",
                            "bestellnummer",
                            "auftrag",
                            "beleg",
                            "commande",
                            "pedido")),
            entry(Column.SALE_ID, List.of("sale", "line", "position")),
            entry(Column.ORDER_DATE, List.of("day", "datum", "bestelldatum", "fecha", "data", "dato", "jour")),
            entry(
                    Column.QUANTITY,
                    List.of("quantity", "count", "pieces", "menge", "anzahl", "quantite", "cantidad", "aantal")));

    private final Mappings mappings;

    ColumnGuesses(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * The best guess for each column that is not among those found, by the header's cell as it is in the file. A cell is the
     * guess for at most one column.
     */
    Map<String, Column> of(List<String> header, Set<Column> found) {
        Set<Column> missing = EnumSet.copyOf(WORDS.keySet());
        missing.removeAll(found);
        List<Guess> guesses = header.stream()
                .flatMap(cell -> missing.stream().map(column -> new Guess(cell, column, similarity(cell, column))))
                .filter(guess -> guess.similarity >= LEAST_SIMILARITY)
                .sorted(Comparator.comparingDouble(Guess::similarity).reversed())
                .toList();
        Map<String, Column> best = new LinkedHashMap<>();
        for (Guess guess : guesses) {
            if (!best.containsKey(guess.cell) && missing.remove(guess.column)) {
                best.put(guess.cell, guess.column);
            }
        }
        return best;
    }

    private double similarity(String cell, Column column) {
        String name = HeaderCell.normalised(cell);
        return Stream.concat(mappings.own(Kind.SALES).names(column), WORDS.getOrDefault(column, List.of()).stream())
                .map(HeaderCell::normalised)
                .mapToDouble(known -> SIMILARITY.apply(name, known))
                .max()
                .orElse(0);
    }

    private record Guess(String cell, Column column, double similarity) {}
}
