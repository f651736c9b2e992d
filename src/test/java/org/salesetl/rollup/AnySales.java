package org.salesetl.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Sales as a shop has them and as none has: few orders, days and keys, so that much is equal, and the ends of every range. */
final class AnySales extends DomainContextBase {

    /** What a load does: sales that come, and which of those that are there then go, each by any number. */
    record Load(List<SoldLine> additions, List<Integer> removals) {}

    /** Which sales count. */
    record Filter(int fromKey, int toKey, List<BitSet> products, List<BitSet> customers, List<BitSet> places) {}

    @Provide
    Arbitrary<SoldLine> lines() {
        return Combinators.combine(orderIds(), dateKeys(), keys(), keys(), quantities(), unitPrices(), costs(), keys())
                .as(AnySales::line);
    }

    /** A sale whose revenue is quantity times unit price as far as it fits. */
    private static SoldLine line(
            String orderId,
            int dateKey,
            int customerKey,
            int productKey,
            long quantity,
            long unitPrice,
            Cost cost,
            int cityKey) {
        BigDecimal revenue = BigDecimal.valueOf(quantity, 4)
                .multiply(BigDecimal.valueOf(unitPrice, 4))
                .setScale(4, RoundingMode.HALF_UP)
                .max(BigDecimal.valueOf(-Long.MAX_VALUE, 4))
                .min(BigDecimal.valueOf(Long.MAX_VALUE, 4));
        return new SoldLine(
                orderId,
                dateKey,
                customerKey,
                productKey,
                quantity,
                unitPrice,
                revenue.unscaledValue().longValueExact(),
                cost.of(quantity),
                cityKey);
    }

    /** What a sale has cost: unknown, so much for each unit, or so much in all. */
    private record Cost(boolean known, boolean ofOneUnit, long amount) {

        long of(long quantity) {
            if (!known) {
                return SoldLine.NO_COST;
            }
            long units = quantity / 10_000;
            return ofOneUnit && Math.abs(units) < 1_000_000 ? units * (amount % 1_000_000_000_000L) : amount;
        }
    }

    private static Arbitrary<Cost> costs() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(-3, 500).map(cents -> cents * 100),
                                Arbitraries.longs().between(-200_000, 200_000),
                                Arbitraries.of(Long.MAX_VALUE, -Long.MAX_VALUE)))
                .as(Cost::new);
    }

    @Provide
    Arbitrary<Load> loads() {
        Arbitrary<List<SoldLine>> additions = Combinators.combine(
                        lines(), lines(), Arbitraries.integers().between(0, 9))
                .as(AnySales::twins)
                .list()
                .ofMaxSize(20)
                .map(pairs -> pairs.stream().flatMap(List::stream).toList());
        return Combinators.combine(additions, Arbitraries.integers().list().ofMaxSize(30))
                .as(Load::new);
    }

    /** A line, and one that is equal to it up to one of its nine parts; or the same twice. */
    private static List<SoldLine> twins(SoldLine line, SoldLine other, int part) {
        SoldLine twin = new SoldLine(
                part == 0 ? other.orderId() : line.orderId(),
                part == 1 ? other.dateKey() : line.dateKey(),
                part == 2 ? other.customerKey() : line.customerKey(),
                part == 3 ? other.productKey() : line.productKey(),
                part == 4 ? other.quantity() : line.quantity(),
                part == 5 ? line.unitPrice() / 2 : line.unitPrice(),
                // as where the file gives the total
                part == 6 ? other.unitPrice() : line.revenue(),
                part == 7 ? other.cost() : line.cost(),
                part == 8 ? other.cityKey() : line.cityKey());
        return List.of(line, twin);
    }

    @Provide
    Arbitrary<Filter> filters() {
        Arbitrary<BitSet> keys = keys().filter(key -> key < 1 << 20)
                .set()
                .ofMaxSize(5)
                .map(set -> {
                    BitSet bits = new BitSet();
                    set.forEach(bits::set);
                    return bits;
                });
        return Combinators.combine(
                        Arbitraries.oneOf(dateKeys(), Arbitraries.of(Integer.MIN_VALUE, 0, 20240000)),
                        Arbitraries.oneOf(dateKeys(), Arbitraries.of(Integer.MAX_VALUE, 20240299)),
                        keys.list().ofMaxSize(1),
                        keys.list().ofMaxSize(1),
                        Arbitraries.oneOf(
                                Arbitraries.just(List.<BitSet>of()), keys.list().ofSize(2)))
                .as(Filter::new);
    }

    private static Arbitrary<String> orderIds() {
        Arbitrary<String> few =
                Arbitraries.of("", " ", "\0", "\0\0", "O1", "O10", "O100", "o1", "\uFFFD", "\uE000", "😀");
        Arbitrary<String> alike = Arbitraries.integers().between(0, 200).map(i -> "ORDER-2024-00000000" + i);
        Arbitrary<String> letters = Arbitraries.of("a", "b", "é", "€", "\uFFFD", "😀", "𝒪");
        Arbitrary<String> mixed = letters.list().ofMaxSize(64).map(list -> String.join("", list));
        Arbitrary<String> longOnes = Combinators.combine(letters, letters).as((first, last) -> first.repeat(63) + last);
        return Arbitraries.oneOf(few, alike, mixed, longOnes);
    }

    private static Arbitrary<Integer> dateKeys() {
        return Arbitraries.of(20231231, 20240101, 20240115, 20240131, 20240201, 20240229, 99991231, 101);
    }

    private static Arbitrary<Integer> keys() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 6)),
                Tuple.of(1, Arbitraries.of(63, 64, 255, 256, 65_535, 65_536, 1 << 24, Integer.MAX_VALUE)));
    }

    /** In ten-thousandths: mostly whole, then with decimals, and the ends of what one, four and eight bytes hold. */
    private static Arbitrary<Long> quantities() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.longs().between(-3, 10).map(units -> units * 10_000)),
                Tuple.of(2, Arbitraries.of(1L, -1L, 3_500L, 9_999L, 10_001L, -12_500L, 1_234_567L)),
                Tuple.of(
                        1,
                        Arbitraries.of(127L, 128L, -128L, -129L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE)
                                .map(units -> units * 10_000)),
                Tuple.of(1, Arbitraries.of(1L << 31, (1L << 31) - 1, -(1L << 31), -(1L << 31) - 1)),
                Tuple.of(1, Arbitraries.of(1L << 31, -(1L << 31) - 1).map(units -> units * 10_000)),
                Tuple.of(1, Arbitraries.of(Long.MAX_VALUE, -Long.MAX_VALUE)));
    }

    private static Arbitrary<Long> unitPrices() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3).map(euros -> euros * 10_000),
                Arbitraries.longs().between(0, 10_000_000),
                Arbitraries.longs().between(0, Long.MAX_VALUE));
    }
}
