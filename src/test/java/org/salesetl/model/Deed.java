package org.salesetl.model;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.Transformer;

/** Something that people or machines do to the service: it is done, and then the service is compared with the model. */
final class Deed implements Action.Independent<World> {

    private final String name;
    private final Predicate<World> possible;
    private final Arbitrary<? extends Consumer<World>> deeds;

    private Deed(String name, Predicate<World> possible, Arbitrary<? extends Consumer<World>> deeds) {
        this.name = name;
        this.possible = possible;
        this.deeds = deeds;
    }

    /** Something that can be done in many ways. */
    static <T> Deed of(String name, Predicate<World> possible, Arbitrary<T> ways, BiConsumer<World, T> deed) {
        return new Deed(name, possible, ways.map(way -> new Named(name + " " + way, world -> deed.accept(world, way))));
    }

    /** Something that can be done in one way. */
    static Deed of(String name, Predicate<World> possible, Consumer<World> deed) {
        return new Deed(name, possible, Arbitraries.just(new Named(name, deed)));
    }

    @Override
    public boolean precondition(World world) {
        return possible.test(world);
    }

    @Override
    public Arbitrary<Transformer<World>> transformer() {
        return deeds.map(deed -> Transformer.mutate(deed.toString(), now -> {
            deed.accept(now);
            now.compare();
        }));
    }

    @Override
    public String toString() {
        return name;
    }

    private record Named(String name, Consumer<World> deed) implements Consumer<World> {

        @Override
        public void accept(World world) {
            deed.accept(world);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
