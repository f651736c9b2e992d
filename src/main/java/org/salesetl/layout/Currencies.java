package org.salesetl.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.notation.WrittenCurrency;

/**
 * The currencies of the amounts in a file.
 *
 * @param named what the file names, in the order of its lines; nothing if all amounts are mere numbers
 * @param strange whether its column of currencies has cells that name no currency
 * @param own the currency of the warehouse, which is that of amounts without another one; null if nobody has named it
 * @param preferred the currencies that are meant where several share a word, the likeliest first
 * @param foreign the codes of the currencies that the file names besides that of the warehouse
 */
public record Currencies(
        List<NamedCurrency> named,
        boolean strange,
        @Nullable String own,
        List<String> preferred,
        List<String> foreign) implements Serializable {

    /** The file names no currency. */
    public static final Currencies NONE = new Currencies(List.of(), false, null, List.of(), List.of());

    public Currencies {
        named = List.copyOf(named);
        preferred = List.copyOf(preferred);
        foreign = List.copyOf(foreign);
    }

    /** What a file names, before anybody knows the currency of the warehouse. */
    static Currencies of(List<NamedCurrency> named, boolean strange) {
        return new Currencies(named, strange, null, List.of(), List.of());
    }

    /** The currency of all amounts. */
    static Currencies all(String code) {
        return of(List.of(new NamedCurrency(code, 0, 1)), false);
    }

    /** The same, and what the file names from which the rows come. */
    Currencies and(List<String> others) {
        List<NamedCurrency> all = new ArrayList<>(named);
        others.forEach(code -> all.add(new NamedCurrency(code, 0, 0)));
        return of(all, strange);
    }

    /**
     * The same, in a warehouse of this currency.
     *
     * @param warehouse null if nobody has named it
     * @param names whether the file may name it, if nobody has: then it is that which most cells name
     * @param ofCountry the currency of the country whose notation the pages have
     */
    public Currencies in(@Nullable String warehouse, boolean names, @Nullable String ofCountry) {
        List<String> likely = Stream.of(
                        Stream.ofNullable(warehouse),
                        named.stream().map(NamedCurrency::word).filter(WrittenCurrency::isCode),
                        Stream.ofNullable(ofCountry))
                .flatMap(some -> some)
                .distinct()
                .toList();
        Map<String, Integer> cells = new LinkedHashMap<>();
        named.forEach(one -> cells.merge(WrittenCurrency.code(one.word(), likely), one.cells(), Integer::sum));
        String own = warehouse != null || !names
                ? warehouse
                : cells.entrySet().stream()
                        .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                        .map(Map.Entry::getKey)
                        .orElse(null);
        Set<String> others = new LinkedHashSet<>(cells.keySet());
        others.remove(own);
        return new Currencies(named, strange, own, likely, List.copyOf(others));
    }

    /** Whether all amounts are in the currency of the warehouse, so that nobody has to look at the rows. */
    public boolean areOwn() {
        return foreign.isEmpty() && !strange;
    }

    /** The only currency that the file names; null if it names none, or several. */
    public @Nullable String only() {
        List<String> codes = codes();
        return codes.size() == 1 ? codes.get(0) : null;
    }

    /** The codes of the currencies that the file names, each once. */
    public List<String> codes() {
        return named.stream()
                .map(one -> WrittenCurrency.code(one.word(), preferred))
                .distinct()
                .toList();
    }

    /** The code of the currency that a cell names; null if the cell names none. */
    public @Nullable String of(String cell) {
        String word = WrittenCurrency.word(cell);
        return word == null ? null : WrittenCurrency.code(word, preferred);
    }

    /** The words in the order of their first lines, as in {@code EUR (line 2), $ (line 7)}. */
    public String words() {
        return named.stream()
                .map(one -> one.line() == 0 ? one.word() : one.word() + " (line " + one.line() + ")")
                .collect(Collectors.joining(", "));
    }
}
