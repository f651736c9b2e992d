package org.salesetl.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.ActionChain;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.ThrowingSteps;
import org.salesetl.ThrowingSteps.Moment;
import org.salesetl.pipeline.HeldLoad;
import org.salesetl.run.TriggerRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Does what people do in a random order, and compares the service with a simple model after each step. {@code model.tries} says how
 * many orders are tried, and {@code model.seed} chooses them.
 */
@Tag("variants")
class ModelTest extends ApiTest {

    private static final Logger log = LoggerFactory.getLogger(ModelTest.class);
    private static final long SEED = Long.getLong("model.seed", 1);
    private static final int TRIES = Integer.getInteger("model.tries", 6);
    private static final int LONGEST = Integer.getInteger("model.deeds", 25);

    private static final int SHRINKS = Integer.getInteger("model.shrinks", 100);

    /** So many steps belong to the request that asks for a run, and need not wait for the database. */
    private static final int REQUEST_STEPS = 30;

    @Autowired
    private ThrowingSteps steps;

    @Autowired
    private CamelContext camel;

    /** The model asks for each run. So nothing else may begin a run when the lease of a dead one ends. */
    @BeforeEach
    void leaveClaimedFilesToTheModel() throws Exception {
        camel.getRouteController().suspendRoute(TriggerRoutes.RESUME_CLAIMED_FILES);
    }

    @AfterEach
    void resumeClaimedFiles() throws Exception {
        camel.getRouteController().resumeRoute(TriggerRoutes.RESUME_CLAIMED_FILES);
    }

    @Test
    void knowsWhatTheModelKnowsAfterAnyDeeds() {
        JqwikSession.run(() -> {
            for (long seed = SEED; seed < SEED + TRIES; seed++) {
                Shrinkable<ActionChain<World>> chain = chains().generator(1000).next(new Random(seed));
                Throwable failure = failure(chain);
                if (failure != null) {
                    throw new AssertionError(
                            "With -Dmodel.seed=" + seed + " -Dmodel.tries=1", shortest(chain, failure));
                }
                log.info("Seed {}", seed);
            }
        });
    }

    private static @Nullable Throwable failure(Shrinkable<ActionChain<World>> chain) {
        try {
            chain.value().run();
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }

    /** The failure of the shortest chain that has been found. */
    private static Throwable shortest(Shrinkable<ActionChain<World>> chain, Throwable found) {
        Throwable shortest = found;
        Shrinkable<ActionChain<World>> current = chain;
        boolean shrunk = true;
        int left = SHRINKS;
        while (shrunk && left > 0) {
            shrunk = false;
            Iterator<Shrinkable<ActionChain<World>>> shorter = current.shrink().iterator();
            while (!shrunk && shorter.hasNext() && left-- > 0) {
                Shrinkable<ActionChain<World>> candidate = shorter.next();
                Throwable failure = failure(candidate);
                if (failure != null) {
                    current = candidate;
                    shortest = failure;
                    shrunk = true;
                }
            }
        }
        return shortest;
    }

    private Arbitrary<ActionChain<World>> chains() {
        Arbitrary<Fault> faults = Combinators.combine(
                        Arbitraries.integers().between(REQUEST_STEPS, 300), Arbitraries.of(Moment.class))
                .as(Fault::new);
        return Deeds.chains(this::newWorld, LONGEST)
                .withAction(1, Deed.of("cancel a load", World::hasEmptyInbox, this::cancelLoad))
                .withAction(1, Deed.of("cancel a reload", ModelTest::holdsReload, this::cancelReload))
                .withAction(2, Deed.of("run with an outage", world -> true, faults, this::runWithOutage))
                .withAction(1, Deed.of("reload with an outage", world -> true, faults, this::reloadWithOutage));
    }

    /**
     * The database goes away for a moment.
     *
     * @param step how many steps of routes are done before that
     */
    private record Fault(int step, Moment moment) {}

    private void runWithOutage(World world, Fault fault) {
        world.endDeadLease();
        outage(fault, "incremental");
        world.run();
    }

    private void reloadWithOutage(World world, Fault fault) {
        world.endDeadLease();
        outage(fault, "reload");
        world.reload();
    }

    /** Asks for a run, which may not even begin. */
    private void outage(Fault fault, String mode) {
        steps.throwAt(
                fault.step(),
                fault.moment(),
                new SQLNonTransientConnectionException("A test lets this step fail", "08S01"));
        try {
            api.postAsAdmin("/api/etl/runs", "{\"mode\":\"" + mode + "\"}");
            warehouse.awaitEnd();
        } finally {
            steps.stop();
        }
    }

    private void cancelLoad(World world) {
        world.endDeadLease();
        String name = world.dropCustomer();
        cancel("incremental");
        world.books.cancelled(name);
    }

    /** Whether a reload stops at a customer, and nowhere before. */
    private static boolean holdsReload(World world) {
        return !world.books.cities().isEmpty() && world.books.claimed.isEmpty();
    }

    private void cancelReload(World world) {
        world.endDeadLease();
        cancel("reload");
        world.books.archiveLeftOvers();
    }

    private void cancel(String mode) {
        try (HeldLoad held = new HeldLoad(warehouse)) {
            int run = api.postAsAdmin("/api/etl/runs", "{\"mode\":\"" + mode + "\"}")
                    .json()
                    .path("id")
                    .asInt();
            held.awaitLoad();
            assertThat(api.postAsAdmin("/api/etl/runs/" + run + "/cancel", "").status())
                    .isEqualTo(202);
            warehouse.awaitEnd();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private World newWorld() {
        endDeadLease();
        warehouse.empty();
        return new World(new InThisProcess());
    }

    @AfterEach
    void endDeadLease() {
        warehouse.update("UPDATE run_lease SET holder = NULL, expires_at = UTC_TIMESTAMP(6) WHERE holder = 'dead'");
    }

    private final class InThisProcess implements Service {

        @Override
        public Path inbox() {
            return warehouse.inbox();
        }

        @Override
        public Path archive() {
            return warehouse.archived("");
        }

        @Override
        public void drop(String name, String text) {
            warehouse.drop(name, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int post(String path, String json) {
            return api.postAsAdmin(path, json).status();
        }

        @Override
        public void saveMapping(String name, String yaml) {
            var answer = api.putAsAdmin(
                    "/api/mappings/" + name, BodyPublishers.ofString(yaml), "Content-Type", "application/yaml");
            assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        }

        @Override
        public JsonNode get(String path) {
            return api.get(path).json();
        }

        @Override
        public void awaitEnd() {
            warehouse.awaitEnd();
        }

        @Override
        public List<String> query(String sql) {
            return warehouse.query(sql);
        }

        @Override
        public void update(String sql) {
            warehouse.update(sql);
        }

        @Override
        public void assertBooksBalance() {
            warehouse.assertBooksBalance();
            warehouse.assertRollupsAreExact();
        }
    }
}
