package org.salesetl.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the sums have to be, worked out as plainly as can be. */
final class PlainSums {

    /** How a pack is sorted. */
    static final Comparator<SoldLine> PACK_ORDER = Comparator.comparing(
                    (SoldLine line) -> line.orderId().getBytes(UTF_8), Arrays::compareUnsigned)
            .thenComparing(SoldLine::dateKey)
            .thenComparing(SoldLine::customerKey)
            .thenComparing(SoldLine::productKey)
            .thenComparing(SoldLine::quantity)
            .thenComparing(SoldLine::unitPrice)
            .thenComparing(SoldLine::revenue)
            .thenComparing(SoldLine::cost)
            .thenComparing(SoldLine::cityKey);

    private PlainSums() {}

    static List<Sum> of(Collection<SoldLine> lines, Grouping grouping) {
        Map<Integer, List<SoldLine>> groups =
                lines.stream().collect(groupingBy(line -> key(line, grouping), TreeMap::new, toList()));
        return groups.entrySet().stream()
                .map(group -> sum(group.getKey(), group.getValue(), grouping))
                .toList();
    }

    /** What the rollup table of a grouping has to hold. That of places has what sales with a city take from customers to their cities. */
    static List<Sum> ofTable(Collection<SoldLine> lines, Grouping grouping) {
        if (grouping != Grouping.PLACE) {
            return of(lines, grouping);
        }
        List<SoldLine> placed =
                lines.stream().filter(line -> line.cityKey() != 0).toList();
        return Stream.concat(
                        of(placed, Grouping.CUSTOMER).stream()
                                .map(PlainSums::taken)
                                .sorted(comparing(Sum::key)),
                        of(placed, Grouping.PLACE).stream())
                .toList();
    }

    private static Sum taken(Sum sum) {
        return new Sum(
                -1 - sum.key(),
                -sum.sales(),
                sum.quantity().negate(),
                sum.revenue().negate(),
                sum.cost().negate(),
                sum.costedRevenue().negate(),
                sum.unitPrices(),
                sum.orders());
    }

    private static int key(SoldLine line, Grouping grouping) {
        return switch (grouping) {
            case CUSTOMER -> line.customerKey();
            case PRODUCT -> line.productKey();
            case DAY -> line.dateKey();
            case MONTH -> line.dateKey() / 100;
            case PLACE -> line.cityKey() == 0 ? -1 - line.customerKey() : line.cityKey();
        };
    }

    private static Sum sum(int key, List<SoldLine> lines, Grouping grouping) {
        return new Sum(
                key,
                lines.size(),
                total(lines, line -> BigDecimal.valueOf(line.quantity(), 4)),
                total(lines, line -> BigDecimal.valueOf(line.revenue(), 4)),
                total(costed(lines), line -> BigDecimal.valueOf(line.cost(), 4)),
                total(costed(lines), line -> BigDecimal.valueOf(line.revenue(), 4)),
                grouping == Grouping.PRODUCT ? total(lines, PlainSums::price) : BigDecimal.valueOf(0, 4),
                grouping == Grouping.DAY || grouping == Grouping.MONTH
                        ? lines.stream().map(SoldLine::orderId).distinct().count()
                        : 0);
    }

    private static List<SoldLine> costed(List<SoldLine> lines) {
        return lines.stream().filter(line -> line.cost() != Long.MIN_VALUE).toList();
    }

    private static BigDecimal total(List<SoldLine> lines, Function<SoldLine, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(BigDecimal.valueOf(0, 4), BigDecimal::add);
    }

    private static BigDecimal price(SoldLine line) {
        return BigDecimal.valueOf(line.unitPrice(), 4);
    }
}
