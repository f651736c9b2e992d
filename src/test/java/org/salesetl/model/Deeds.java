package org.salesetl.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.salesetl.model.Sheet.Form;

/** What people do. Ids are few, so that files speak of the same sales again and again. */
final class Deeds {

    private Deeds() {}

    /** Up to so many deeds, one after the other, beginning with a new world. */
    static ActionChainArbitrary<World> chains(Supplier<World> world, int most) {
        return ActionChain.startWith(world)
                .withMaxTransformations(most)
                .withAction(8, Deed.of("drop", Deeds::always, sheets(), World::drop))
                .withAction(2, Deed.of("drop again", World::hasDropped, choices(), World::dropAgain))
                .withAction(8, Deed.of("run", Deeds::always, World::run))
                .withAction(
                        4, Deed.of("say that days come first:", World::asksAboutDates, booleans(), World::answerDates))
                .withAction(3, Deed.of("accept guests:", World::hasGuests, booleans(), World::answerGuests))
                .withAction(4, Deed.of("correct", World::hasRejected, corrections(), World::correct))
                .withAction(3, Deed.of("dismiss", World::hasWaiting, choices(), World::dismiss))
                .withAction(2, Deed.of("leave out of tills", Deeds::always, tillStatuses(), World::mapTills))
                .withAction(1, Deed.of("read tills again", Deeds::always, World::reread))
                .withAction(2, Deed.of("undo", World::hasRereadings, choices(), World::undo))
                .withAction(2, Deed.of("drop rejects", World::hasRejects, corrections(), World::dropRejects))
                .withAction(1, Deed.of("die before commit", World::hasDrops, choices(), World::dieBeforeCommit))
                .withAction(1, Deed.of("die before archive", World::canDieBeforeArchive, World::dieBeforeArchive))
                .withAction(3, Deed.of("reload", Deeds::always, World::reload));
    }

    /**
     * A correction of rejected rows.
     *
     * @param which chooses one of the rows
     * @param all whether all rejected rows of its file are corrected with it
     * @param cells new cells; those that the file does not have count for nothing
     */
    record Correction(int which, boolean all, Map<String, String> cells) {

        /** The new cells that a file of this form has. */
        Map<String, String> of(Form form) {
            return cells.entrySet().stream()
                    .filter(cell -> form.columns.contains(cell.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private static boolean always(World world) {
        return true;
    }

    private static Arbitrary<Integer> choices() {
        return Arbitraries.integers().between(0, 20);
    }

    private static Arbitrary<Boolean> booleans() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<List<String>> tillStatuses() {
        return Arbitraries.of(List.of("Storno"), List.of("Storno", "offen"));
    }

    private static Arbitrary<Correction> corrections() {
        Arbitrary<Map<String, String>> cells = Arbitraries.of(
                Map.of("order_date", "2024-05-06", "quantity", "2", "price", "3"),
                Map.of("order_date", "2024-05-06"),
                Map.of("quantity", "2"),
                Map.of("customer_id", "C1", "price", "1"),
                Map.of("customer_id", "C4"),
                Map.of("product_id", "P4"));
        return Combinators.combine(choices(), booleans(), cells).as(Correction::new);
    }

    private static Arbitrary<Sheet> sheets() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        2,
                        sheets(
                                Form.CUSTOMERS,
                                row(Map.of("customer_id", customers(), "city", Arbitraries.of("Paris", "Lyon", ""))))),
                Tuple.of(
                        2,
                        sheets(
                                Form.PRODUCTS,
                                row(Map.of("product_id", products(), "price", Arbitraries.of("2.5", "17", "", "x"))))),
                Tuple.of(4, sheets(Form.SALES, sale(days(), "status", Arbitraries.of("paid", "", "", "cancelled")))),
                Tuple.of(
                        2,
                        sheets(
                                Form.DATED,
                                sale(
                                        Arbitraries.of("03/04/2024", "05/04/2024", "2024-02-30"),
                                        "shelf",
                                        Arbitraries.of("A", "B")))),
                Tuple.of(
                        2,
                        sheets(
                                Form.TILL,
                                row(Map.of(
                                        "Pos", sales(),
                                        "Bon", Arbitraries.of("O3", "O4"),
                                        "Tag", Arbitraries.of("2024-03-05", "2024-04-30"),
                                        "Artikel", products(),
                                        "Menge", Arbitraries.of("1", "3"),
                                        "Summe", Arbitraries.of("5,00", "2,50"),
                                        "Art", Arbitraries.of("Verkauf", "offen", "Storno"))))));
    }

    private static Arbitrary<Map<String, String>> sale(
            Arbitrary<String> dates, String ownColumn, Arbitrary<String> ownCells) {
        return row(Map.of(
                "sale_id",
                sales(),
                "order_id",
                Arbitraries.of("O1", "O2", "O3"),
                "customer_id",
                customers(),
                "product_id",
                products(),
                "order_date",
                dates,
                "quantity",
                Arbitraries.of("1", "2", "0.5", "3", "x"),
                "price",
                Arbitraries.of("", "", "1.5", "20"),
                ownColumn,
                ownCells));
    }

    private static Arbitrary<String> days() {
        return Arbitraries.of("2024-01-31", "2024-02-01", "2024-02-29", "2025-01-01", "2024-02-30");
    }

    private static Arbitrary<String> sales() {
        return Arbitraries.of("S1", "S2", "S3", "S4", "S5", "S6");
    }

    private static Arbitrary<String> customers() {
        return Arbitraries.of("C1", "C2", "C3", "C4", "");
    }

    private static Arbitrary<String> products() {
        return Arbitraries.of("P1", "P2", "P3", "P4");
    }

    private static Arbitrary<Map<String, String>> row(Map<String, Arbitrary<String>> columns) {
        Arbitrary<Map<String, String>> row = Arbitraries.just(Map.of());
        for (Map.Entry<String, Arbitrary<String>> column : new TreeMap<>(columns).entrySet()) {
            row = Combinators.combine(row, column.getValue())
                    .as((cells, cell) -> Sheet.with(cells, column.getKey(), cell));
        }
        return row;
    }

    private static Arbitrary<Sheet> sheets(Form form, Arbitrary<Map<String, String>> row) {
        return row.list().ofMinSize(1).ofMaxSize(6).map(rows -> Sheet.of(form, rows));
    }
}
