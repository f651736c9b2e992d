package org.salesetl.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Says which rows of a file get dirt. A row gets at most one kind of dirt.
 *
 * @param rows the number of rows of the file before repeated and blank rows are added
 * @param dirtByRow the dirt by the index of its row. Row 0, which people look at first, gets dirt only if all other rows have dirt.
 */
record DirtPlan(int rows, Map<Integer, Dirt> dirtByRow) {

    private static final double WRONG_SHARE = 0.02;
    private static final double ODD_SHARE = 0.01;
    private static final int MOST = 6;

    DirtPlan {
        dirtByRow = Map.copyOf(dirtByRow);
    }

    /**
     * The plan for customers and products. Wrong rows are added to the good rows, each kind of wrong row at least once. So the wanted
     * number of good rows loads, and sales have customers and products to refer to.
     */
    static DirtPlan onTopOf(int goodRows, SampleKind kind, Random random) {
        List<Dirt> wrong = draw(Dirt.wrong(kind), share(goodRows, WRONG_SHARE), random);
        List<Dirt> instead = wrong.stream()
                .filter(dirt -> dirt.place() == Dirt.Place.INSTEAD)
                .toList();
        List<Dirt> beside = new ArrayList<>(draw(Dirt.odd(kind), share(goodRows, ODD_SHARE), random));
        // Keep the first of the odd rows first: it is the product without a price, which some sales need.
        wrong.stream().filter(dirt -> dirt.place() != Dirt.Place.INSTEAD).forEach(dirt -> beside.add(1, dirt));

        List<Dirt> all = new ArrayList<>(instead);
        all.addAll(beside.subList(0, Math.min(beside.size(), (goodRows + 1) / 2)));
        return place(all, goodRows + instead.size(), random);
    }

    /** The plan for sales. Some of the wanted rows are wrong, at most one in six. */
    static DirtPlan among(int rows, SampleKind kind, Random random) {
        List<Dirt> wrong = draw(Dirt.wrong(kind), share(rows, WRONG_SHARE), random);
        List<Dirt> odd = draw(Dirt.odd(kind), share(rows, ODD_SHARE), random);
        List<Dirt> all = new ArrayList<>(wrong.subList(0, Math.min(wrong.size(), rows / MOST)));
        all.addAll(odd.subList(0, Math.min(odd.size(), rows / MOST)));
        return place(all, rows, random);
    }

    private static int share(int rows, double share) {
        return (int) Math.round(rows * share);
    }

    /** All dirt once, and then random dirt until there is enough. */
    private static List<Dirt> draw(List<Dirt> dirt, int enough, Random random) {
        List<Dirt> drawn = new ArrayList<>(dirt);
        while (drawn.size() < enough) {
            drawn.add(dirt.get(random.nextInt(dirt.size())));
        }
        return drawn;
    }

    private static DirtPlan place(List<Dirt> dirt, int rows, Random random) {
        List<Integer> free = new ArrayList<>(IntStream.range(1, rows).boxed().toList());
        Collections.shuffle(free, random);
        free.add(0);
        Map<Integer, Dirt> dirtByRow = new HashMap<>();
        for (int i = 0; i < dirt.size(); i++) {
            dirtByRow.put(free.get(i), dirt.get(i));
        }
        return new DirtPlan(rows, dirtByRow);
    }

    Optional<Dirt> dirtOf(int row) {
        return Optional.ofNullable(dirtByRow.get(row));
    }

    /** Whether the row will not load, because dirt replaces the good row by a wrong row. */
    boolean spoils(int row) {
        return dirtOf(row)
                .filter(dirt -> dirt.isWrong() && dirt.place() == Dirt.Place.INSTEAD)
                .isPresent();
    }
}
