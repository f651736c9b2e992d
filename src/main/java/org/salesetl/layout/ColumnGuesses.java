package org.salesetl.layout;

import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.HeaderWords;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.Mappings;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;

/**
 * Guesses what unknown columns of a header may mean, by their names and by their values: a known name or nearly one, or a word for it
 * in another language. A guess never loads anything: a person has to confirm it.
 */
@Named
class ColumnGuesses {

    /** What a name is worth that also has a word for something else. Only a known name as it is stays likely then. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private static final double MISLEADING = 0.9;

    /** A price that somebody else pays counts where the file has no other. */
    private static final double OTHER_PRICE = 0.875;

    /** Of two names that are as good as each other, the one wins whose values are codes where an id is looked for, or are none. */
    private static final double OF_VALUES = 0.001;

    private static final Set<String> PRICES =
            Set.of("price", "preis", "prix", "precio", "preco", "prezzo", "prijs", "pris");

    private static final String TOTAL = "total";

    private static final int LONGEST_SERIES = 12;

    /** So many numbers are held against each other. */
    private static final int MOST_NUMBERS = 24;

    private static final Set<Column> NAMES = EnumSet.of(Column.CUSTOMER_NAME, Column.PRODUCT_NAME);

    private static final Set<Column> MONEY = EnumSet.of(Column.PRICE, Column.AMOUNT);

    /** Ids that a name may stand in for, where the file has no other: then the name is no guess for the id itself. */
    private static final Set<Column> NAMED = EnumSet.of(Column.CUSTOMER_ID, Column.PRODUCT_ID);

    private final HeaderWords words;
    private final MisleadingWords misleading;
    private final DiscountNames discounts;

    /** Our names of each column, and the words for it. */
    private final Map<Column, List<ColumnName>> known = new LinkedHashMap<>();

    ColumnGuesses(Mappings mappings, HeaderWords words) {
        this.words = words;
        this.misleading = new MisleadingWords(words);
        this.discounts = new DiscountNames(words);
        Mapping own = mappings.own(Kind.SALES);
        words.columns()
                .forEach(column -> known.put(
                        column,
                        Stream.concat(own.names(column), words.of(column).stream())
                                .map(ColumnName::of)
                                .distinct()
                                .toList()));
    }

    /**
     * The best guess for each column that is not among those found, by the header's cell as it is in the file, in the order of our
     * columns, each with its reason. A cell is the guess for at most one column. A name that may stand in for an id is the guess for the
     * name.
     *
     * @param header the header's cells
     * @param rows the cells of some records below the header
     */
    Map<String, ColumnGuess> of(List<String> header, List<List<String>> rows, Set<Column> found) {
        Map<Column, Integer> byName = best(withoutNumberOfRow(withoutAliasOfOrder(guesses(header, rows), rows), rows));
        Map<Column, Integer> best = new EnumMap<>(byName);
        findDate(best, header, rows);
        LineMoney.settle(best, otherNumbers(best, header, rows), rows);
        findDiscount(best, header, rows, found);
        findEmail(best, header, rows);
        findProduct(best, header, rows);
        Map<String, ColumnGuess> named = new LinkedHashMap<>();
        best.forEach((column, place) -> {
            if (!found.contains(column)) {
                named.putIfAbsent(
                        header.get(place),
                        place.equals(byName.get(column))
                                ? ColumnGuess.of(column, values(rows, place))
                                : ColumnGuess.byValues(column, values(rows, place), best.keySet()));
            }
        });
        Integer series = found.contains(Column.ORDER_ID) ? null : series(best, header, rows);
        if (series != null) {
            named.putIfAbsent(header.get(series), ColumnGuess.ofSeries());
        }
        return named;
    }

    /**
     * The place of the series right beside the number of an order: only both together tell an order from others. Null if there is none, or
     * if the number begins with its series anyway.
     */
    private @Nullable Integer series(Map<Column, Integer> best, List<String> header, List<List<String>> rows) {
        Integer order = best.get(Column.ORDER_ID);
        if (order == null) {
            return null;
        }
        return Stream.of(order - 1, order + 1)
                .filter(place -> place >= 0 && place < header.size() && !best.containsValue(place))
                .filter(place -> NameWords.of(header.get(place)).stream().anyMatch(words.series()::contains))
                .filter(place -> rows.stream()
                        .anyMatch(row ->
                                !cell(row, place).isEmpty() && !cell(row, order).startsWith(cell(row, place))))
                .filter(place -> rows.stream().allMatch(row -> mayBeSeries(cell(row, place), cell(row, order))))
                .filter(place -> !differsInDocument(best, rows, order, place))
                .findFirst()
                .orElse(null);
    }

    /** A series stands beside a number, not alone, and is short. */
    private static boolean mayBeSeries(String series, String number) {
        return series.length() <= LONGEST_SERIES && (series.isEmpty() || !number.isEmpty());
    }

    /** Whether neighbours with the same number, date and customer have different values: a series of products, not of documents. */
    private static boolean differsInDocument(Map<Column, Integer> best, List<List<String>> rows, int order, int place) {
        List<Integer> same = Stream.of(Column.ORDER_DATE, Column.CUSTOMER_ID, Column.CUSTOMER_NAME)
                .map(best::get)
                .filter(Objects::nonNull)
                .toList();
        return IntStream.range(1, rows.size())
                .anyMatch(row -> cell(rows.get(row), order).equals(cell(rows.get(row - 1), order))
                        && same.stream().allMatch(at -> cell(rows.get(row), at).equals(cell(rows.get(row - 1), at)))
                        && !cell(rows.get(row), place).equals(cell(rows.get(row - 1), place)));
    }

    /** If no name says which column has the dates, the first column of dates has them, unless its name says that the dates are others. */
    private void findDate(Map<Column, Integer> best, List<String> header, List<List<String>> rows) {
        if (best.containsKey(Column.ORDER_DATE)) {
            return;
        }
        IntStream.range(0, header.size())
                .filter(place -> !best.containsValue(place) && hasDates(values(rows, place)))
                .filter(place -> !misleading.areIn(NameWords.of(header.get(place)), Column.ORDER_DATE))
                .findFirst()
                .ifPresent(place -> best.put(Column.ORDER_DATE, place));
    }

    /** If no name says which column has the products, it is the first one of words that differs between the lines of an order. */
    private void findProduct(Map<Column, Integer> best, List<String> header, List<List<String>> rows) {
        Integer order = best.get(Column.ORDER_ID);
        if (order == null || best.containsKey(Column.PRODUCT_ID) || best.containsKey(Column.PRODUCT_NAME)) {
            return;
        }
        IntStream.range(0, header.size())
                .filter(place -> !best.containsValue(place)
                        && values(rows, place).areWords()
                        && values(rows, place).mayBe(Column.PRODUCT_NAME)
                        && !misleading.areIn(NameWords.of(header.get(place)), Column.PRODUCT_NAME)
                        && differsInOrder(rows, order, place))
                .findFirst()
                .ifPresent(place -> best.put(Column.PRODUCT_NAME, place));
    }

    private static boolean differsInOrder(List<List<String>> rows, int order, int place) {
        return IntStream.range(1, rows.size())
                .anyMatch(row -> !cell(rows.get(row), order).isEmpty()
                        && cell(rows.get(row), order).equals(cell(rows.get(row - 1), order))
                        && !cell(rows.get(row), place).isEmpty()
                        && !cell(rows.get(row), place).equals(cell(rows.get(row - 1), place)));
    }

    private static String cell(List<String> row, int place) {
        return place < row.size() ? Text.strip(row.get(place)) : "";
    }

    /** Whether a text has a word for money that is no amount of a line, such as that of a charge for shipping. */
    boolean isOtherMoney(String text) {
        return misleading.areIn(NameWords.of(text), Column.AMOUNT);
    }

    /** Whether values are dates that are no mere numbers. */
    private static boolean hasDates(ColumnValues values) {
        return values.isFilled() && values.mayBe(Column.ORDER_DATE) && !values.areNumbers();
    }

    /** If no name says which column has the addresses of customers, it is the only one of addresses; not that of the shop's own address. */
    private static void findEmail(Map<Column, Integer> best, List<String> header, List<List<String>> rows) {
        if (best.containsKey(Column.EMAIL)) {
            return;
        }
        List<Integer> addresses = IntStream.range(0, header.size())
                .filter(place ->
                        values(rows, place).differ() && values(rows, place).mayBe(Column.EMAIL))
                .boxed()
                .toList();
        if (addresses.size() == 1 && !best.containsValue(addresses.get(0))) {
            best.put(Column.EMAIL, addresses.get(0));
        }
    }

    /** Discounts in per cent count where no amount does, unless the prices are those after the discount. */
    private void findDiscount(
            Map<Column, Integer> best, List<String> header, List<List<String>> rows, Set<Column> found) {
        Integer price = best.get(Column.PRICE);
        if (price == null
                || best.containsKey(Column.AMOUNT)
                || best.containsKey(Column.DISCOUNT)
                || found.contains(Column.DISCOUNT)
                || found.contains(Column.AMOUNT)) {
            return;
        }
        LineMoney.OtherNumbers others = otherNumbers(best, header, rows);
        others.shares().stream()
                .filter(place -> isPercent(header, rows, place))
                .filter(place -> others.all().stream().noneMatch(list -> isNet(rows, price, list, place)))
                .findFirst()
                .ifPresent(place -> best.put(Column.DISCOUNT, place));
    }

    /** Whether the name of a column or its cells say that it is in per cent. */
    private static boolean isPercent(List<String> header, List<List<String>> rows, int place) {
        return isShare(header.get(place), Column.DISCOUNT)
                || rows.stream().anyMatch(row -> isShare(cell(row, place), Column.DISCOUNT));
    }

    /** Whether a price is another one less the discount, in each row that has all three. */
    private static boolean isNet(List<List<String>> rows, int price, int listPrice, int discount) {
        int discounted = 0;
        for (List<String> row : rows) {
            BigDecimal net = Numbers.byAnyMark(cell(row, price));
            BigDecimal full = Numbers.byAnyMark(cell(row, listPrice));
            BigDecimal percent = Shares.percent(cell(row, discount));
            if (net == null || full == null || percent == null) {
                continue;
            }
            if (Shares.less(full, percent).subtract(net).abs().compareTo(ROUNDING) > 0) {
                return false;
            }
            discounted += percent.signum();
        }
        return discounted > 0;
    }

    private LineMoney.OtherNumbers otherNumbers(
            Map<Column, Integer> best, List<String> header, List<List<String>> rows) {
        List<Integer> others = IntStream.range(0, header.size())
                .filter(place ->
                        !best.containsValue(place) && values(rows, place).isFilled())
                .boxed()
                .toList();
        List<Integer> numbers = others.stream()
                .filter(place -> header.get(place).indexOf('%') < 0
                        && values(rows, place).mayBe(Column.AMOUNT))
                .toList();
        List<Integer> all = numbers.stream().limit(MOST_NUMBERS).toList();
        return new LineMoney.OtherNumbers(
                numbers.stream()
                        .filter(place -> !misleading.areIn(NameWords.of(header.get(place)), Column.AMOUNT))
                        .toList(),
                all,
                all.stream()
                        .filter(place ->
                                NameWords.of(header.get(place)).stream().anyMatch(words.tax()::contains))
                        .toList(),
                all.stream().filter(place -> mayBeNet(header.get(place))).toList(),
                others.stream()
                        .filter(place -> values(rows, place).areShares() && discounts.isOne(header.get(place)))
                        .limit(MOST_NUMBERS)
                        .toList());
    }

    /** Whether no word of a name but one for a tax says that its column is no amount: "Total s/ IVA" may be one. */
    private boolean mayBeNet(String name) {
        List<String> untaxed = NameWords.of(name).stream()
                .filter(word -> !words.tax().contains(word))
                .toList();
        return !untaxed.isEmpty() && !misleading.areIn(untaxed, Column.AMOUNT);
    }

    /**
     * What stays the same within each order and changes from order to order is another number of the order, and no product, if another
     * column may have the products.
     */
    private static List<Guess> withoutAliasOfOrder(List<Guess> guesses, List<List<String>> rows) {
        Map<Column, Integer> best = best(guesses);
        Integer order = best.get(Column.ORDER_ID);
        if (order == null) {
            return guesses;
        }
        List<Guess> left = guesses.stream()
                .filter(guess -> guess.column != Column.PRODUCT_ID || !isAlias(rows, order, guess.place))
                .toList();
        return left.stream().anyMatch(guess -> guess.column == Column.PRODUCT_ID) ? left : guesses;
    }

    /** A number that differs from row to row while the names of the products come again is that of a row, if another column may have the products. */
    private static List<Guess> withoutNumberOfRow(List<Guess> guesses, List<List<String>> rows) {
        Integer name = best(guesses).get(Column.PRODUCT_NAME);
        if (name == null || !values(rows, name).repeat()) {
            return guesses;
        }
        List<Guess> left = guesses.stream()
                .filter(guess -> guess.column != Column.PRODUCT_ID
                        || values(rows, guess.place).repeat()
                        || !values(rows, guess.place).areNumbers())
                .toList();
        return left.stream().anyMatch(guess -> guess.column == Column.PRODUCT_ID) ? left : guesses;
    }

    private static boolean isAlias(List<List<String>> rows, int order, int place) {
        Map<String, String> aliases = new HashMap<>();
        int lines = 0;
        for (List<String> row : rows) {
            String id = cell(row, order);
            String alias = cell(row, place);
            if (id.isEmpty() || alias.isEmpty()) {
                continue;
            }
            lines++;
            if (!aliases.computeIfAbsent(id, absent -> alias).equals(alias)) {
                return false;
            }
        }
        return lines > aliases.size() && aliases.size() > 1 && new HashSet<>(aliases.values()).size() == aliases.size();
    }

    /** What each cell may mean, the likeliest first. */
    private List<Guess> guesses(List<String> header, List<List<String>> rows) {
        List<Guess> guesses = new ArrayList<>();
        ItemColumns items = ItemColumns.of(header);
        for (int place = 0; place < header.size(); place++) {
            String cell = header.get(place);
            boolean ofItem = items.contain(cell);
            ColumnName name = ColumnName.of(cell);
            ColumnName inItem = ofItem ? ColumnName.of(items.nameOf(cell)) : name;
            ColumnValues values = values(rows, place);
            for (Column column : known.keySet()) {
                double similarity = isShare(cell, column) ? 0 : similarity(cell, inItem, column);
                if (ofItem && ItemColumns.areNamedIn(column)) {
                    similarity = Math.max(similarity, similarity(cell, name, column));
                } else if (column == Column.ORDER_ID && items.isIdOfHolder(cell)) {
                    similarity = Math.max(similarity, ColumnName.LEAST_SIMILARITY);
                }
                boolean id = NAMED.contains(column);
                boolean fits = (id && values.areCodes())
                        || (NAMES.contains(column) && values.areWords())
                        // tax is no revenue
                        || (MONEY.contains(column) && name.words().stream().anyMatch(words.net()::contains))
                        // its values are all different, else the number of a sale is that of an order
                        || column == Column.SALE_ID;
                boolean aName = id && values.areWords() && similarity < ColumnName.SAME;
                if (similarity >= ColumnName.LEAST_SIMILARITY && !aName && values.mayBe(column)) {
                    guesses.add(new Guess(place, column, similarity + (fits ? OF_VALUES : 0)));
                }
            }
        }
        guesses.sort(Comparator.comparingDouble(Guess::similarity).reversed().thenComparing(Guess::place));
        return inPlace(guesses, header, items);
    }

    /** The guesses without those of an order for what its items have, and the other way round. */
    private static List<Guess> inPlace(List<Guess> guesses, List<String> header, ItemColumns items) {
        return guesses.stream()
                .filter(guess -> !items.exclude(
                        header.get(guess.place),
                        guess.column,
                        guesses.stream()
                                .filter(other -> other.column == guess.column)
                                .map(other -> header.get(other.place))))
                .toList();
    }

    /** Whether rows have a column of dates and one of numbers, as sales in any language do. */
    static boolean haveDatesAndNumbers(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean dates = false;
        boolean numbers = false;
        for (int place = 0; place < width; place++) {
            ColumnValues values = values(rows, place);
            dates |= values.areDates();
            numbers |= values.mayBe(Column.AMOUNT);
        }
        return dates && numbers;
    }

    /** A discount in per cent is no money. */
    private static boolean isShare(String cell, Column column) {
        return column == Column.DISCOUNT && cell.indexOf('%') >= 0;
    }

    /** The place of the best guess for each column. */
    private static Map<Column, Integer> best(List<Guess> guesses) {
        Set<Integer> taken = new HashSet<>();
        Map<Column, Integer> best = new EnumMap<>(Column.class);
        for (Guess guess : guesses) {
            if (!best.containsKey(guess.column) && taken.add(guess.place)) {
                best.put(guess.column, guess.place);
            }
        }
        return best;
    }

    private static ColumnValues values(List<List<String>> rows, int place) {
        return new ColumnValues(rows.stream()
                .filter(cells -> place < cells.size())
                .map(cells -> cells.get(place))
                .toList());
    }

    /** How likely a cell of the header means a column, by its name alone. */
    private double similarity(String cell, ColumnName name, Column column) {
        double best = known.getOrDefault(column, List.of()).stream()
                .mapToDouble(name::similarity)
                .max()
                .orElse(0);
        if (column == Column.AMOUNT && HeaderCell.normalised(cell).equals(TOTAL)) {
            // perhaps that of the order
            return ColumnName.BEGINS_WITH;
        }
        if (cell.indexOf('%') >= 0) {
            return 0;
        }
        if (column == Column.DISCOUNT && isPrice(name)) {
            return 0;
        }
        if (column == Column.PRICE && misleading.areOfOtherPrice(name.words())) {
            return Math.min(best, OTHER_PRICE);
        }
        return best < ColumnName.SAME && misleading.areIn(name.words(), column) ? best * MISLEADING : best;
    }

    /** Whether a name ends with a word for a price: the price before a discount is no discount. */
    private static boolean isPrice(ColumnName name) {
        List<String> all = name.words();
        return !all.isEmpty() && PRICES.contains(all.get(all.size() - 1));
    }

    private record Guess(int place, Column column, double similarity) {}
}
