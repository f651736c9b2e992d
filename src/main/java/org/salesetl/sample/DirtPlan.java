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
 * Which row of a file gets which dirt, at most one each.
 *
 * @param rows how many rows the file has before repeated and blank ones are added
 * @param dirtByRow the first row is 0; it stays clean, as long as there are others, for it is the one that people look at
 */
record DirtPlan(int rows, Map<Integer, Dirt> dirtByRow) {

    private static final double WRONG_SHARE = 0.02;
    private static final double ODD_SHARE = 0.01;
    private static final int MOST = 6;

    DirtPlan {
        dirtByRow = Map.copyOf(dirtByRow);
    }

    /**
     * For customers and products: wrong rows come on top, each way of being wrong at least once, so that as many good
     * rows arrive as were asked for and the sales have somebody to refer to.
     */
    static DirtPlan onTopOf(int goodRows, SampleKind kind, Random random) {
        List<Dirt> wrong = draw(Dirt.wrong(kind), share(goodRows, WRONG_SHARE), random);
        List<Dirt> instead = wrong.stream()
                .filter(dirt -> dirt.place() == Dirt.Place.INSTEAD)
                .toList();
        List<Dirt> beside = new ArrayList<>(draw(Dirt.odd(kind), share(goodRows, ODD_SHARE), random));
        // The first of the odd rows is one that sales rely on, the product without a price: it must find room.
        wrong.stream().filter(dirt -> dirt.place() != Dirt.Place.INSTEAD).forEach(dirt -> beside.add(1, dirt));

        List<Dirt> all = new ArrayList<>(instead);
        all.addAll(beside.subList(0, Math.min(beside.size(), (goodRows + 1) / 2)));
        return place(all, goodRows + instead.size(), random);
    }

    /** For sales: wrong rows are some of those that were asked for, and never more than one in six. */
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

    /** Each once, and then at random until there are enough. */
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

    /** Whether the row will not arrive, because it is wrong and nothing good stands beside it. */
    boolean spoils(int row) {
        return dirtOf(row)
                .filter(dirt -> dirt.isWrong() && dirt.place() == Dirt.Place.INSTEAD)
                .isPresent();
    }
}
