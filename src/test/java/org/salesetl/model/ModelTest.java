package org.salesetl.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.ActionChain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what people do in a random order, and compares the service with a simple model after each step. {@code model.tries} says how
 * many orders are tried, and {@code model.seed} chooses them.
 */
class ModelTest extends ApiTest {

    private static final Logger log = LoggerFactory.getLogger(ModelTest.class);
    private static final long SEED = Long.getLong("model.seed", 1);
    private static final int TRIES = Integer.getInteger("model.tries", 6);
    private static final int LONGEST = Integer.getInteger("model.deeds", 25);

    private static final int SHRINKS = Integer.getInteger("model.shrinks", 100);

    @Test
    void knowsWhatTheModelKnowsAfterAnyDeeds() {
        JqwikSession.run(() -> {
            for (long seed = SEED; seed < SEED + TRIES; seed++) {
                Shrinkable<ActionChain<World>> chain =
                        Deeds.chains(this::newWorld, LONGEST).generator(1000).next(new Random(seed));
                Throwable failure = failure(chain);
                if (failure != null) {
                    throw new AssertionError("With -Dmodel.seed=" + seed + " -Dmodel.tries=1", shortest(chain, failure));
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

    private World newWorld() {
        warehouse.empty();
        return new World(new InThisProcess());
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
        public void post(String path, String json) {
            var answer = api.postAsAdmin(path, json, "Content-Type", "application/json");
            assertThat(answer.status()).as("%s %s: %s", path, json, answer.text()).isBetween(200, 299);
        }

        @Override
        public void saveMapping(String name, String yaml) {
            var answer = api.putAsAdmin("/api/mappings/" + name, BodyPublishers.ofString(yaml), "Content-Type", "application/yaml");
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
