package org.salesetl.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SteadyClock;
import org.salesetl.bulk.StreamedQuery;
import org.salesetl.engine.SparkException;
import org.salesetl.engine.SparkProgram;
import org.salesetl.rollup.Grain;
import org.salesetl.rollup.GroupedKeys;
import org.salesetl.rollup.Grouping;
import org.salesetl.rollup.PeriodSums;
import org.salesetl.rollup.SliceFilter;
import org.salesetl.rollup.Sum;
import org.salesetl.work.WorkFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Lets Spark add up slices of so many sales that the packs would take too long. Every answer may be null: then the packs answer, with the
 * same numbers. That is so for small slices, where the lake does not hold the months as the transaction of the caller sees them, and while
 * Spark is not there.
 */
@Component
public class LakeSlices implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LakeSlices.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS_OF_MONTH = 100;
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(15);

    /** Whoever asks Spark in vain waits for the packs, too. */
    private static final Duration PAUSE_AFTER_LATENESS = Duration.ofMinutes(10);

    private final SalesEtlProperties properties;
    private final WorkFolder work;
    private final StreamedQuery queries;
    private final Duration limit;
    private final Duration betweenStarts;
    private final Clock clock;

    /** Spark has one question at a time, and all of the cluster for it. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private volatile @Nullable SparkProgram program;
    private volatile @Nullable Instant pausedUntil;
    private @Nullable Instant startedAt;
    private boolean failing;

    @Autowired
    LakeSlices(
            SalesEtlProperties properties,
            WorkFolder work,
            DataSource dataSource,
            @Qualifier(SteadyClock.NAME) Clock clock) {
        this(properties, work, dataSource, clock, BETWEEN_STARTS);
    }

    /** @param betweenStarts how long after a start the program is started again if it has ended */
    LakeSlices(
            SalesEtlProperties properties,
            WorkFolder work,
            DataSource dataSource,
            Clock clock,
            Duration betweenStarts) {
        this.clock = clock;
        this.betweenStarts = betweenStarts;
        this.properties = properties;
        this.work = work;
        this.queries = new StreamedQuery(dataSource, properties.queryTimeLimit());
        this.limit = Duration.ofSeconds(properties.querySeconds());
    }

    /**
     * The sums of a slice as {@link org.salesetl.rollup.Sums#json()} has them.
     *
     * @param groups for keys whose sums are to be one: the key that stands for all of them; then the sums have orders. Null for plain sums
     */
    public @Nullable String sums(Grouping grouping, SliceFilter sales, @Nullable GroupedKeys groups) {
        ObjectNode question = question("sums", sales);
        if (question == null) {
            return null;
        }
        question.put("grouping", grouping.label());
        if (groups != null) {
            question.set("groups", JSON.valueToTree(groups.numbers()));
        }
        return ask(question);
    }

    /** The revenue of a slice as {@link org.salesetl.rollup.Sums#revenueJson()} has it. */
    public @Nullable String revenue(Grouping grouping, SliceFilter sales) {
        ObjectNode question = question("revenue", sales);
        return question == null ? null : ask(question.put("grouping", grouping.label()));
    }

    /** The key figures of a slice. */
    public @Nullable PeriodSums keyFigures(Grain grain, SliceFilter sales) {
        ObjectNode question = question("key_figures", sales);
        String answer = question == null ? null : ask(question.put("grain", grain.label()));
        return answer == null ? null : periods(grain, SparkProgram.read(answer));
    }

    /** The question for a slice of many sales; null for any other. */
    private @Nullable ObjectNode question(String asked, SliceFilter slice) {
        Instant pause = pausedUntil;
        if (properties.lake().folder() == null
                || (pause != null && clock.instant().isBefore(pause))) {
            return null;
        }
        ObjectNode question = JSON.createObjectNode().put("ask", asked);
        ObjectNode months = question.putObject("months");
        long[] sales = new long[1];
        queries.forEach(
                "lake/select-months",
                month -> {
                    months.put(month.text("month"), String.valueOf(month.textOrNull("state")));
                    sales[0] += month.longInteger("sales");
                },
                slice.fromKey() / DAYS_OF_MONTH,
                slice.toKey() / DAYS_OF_MONTH);
        if (sales[0] < properties.lake().slicesFrom()) {
            return null;
        }
        question.put("from", slice.fromKey()).put("to", slice.toKey());
        slice.keys().forEach((name, bits) -> question.set(name, JSON.valueToTree(bits)));
        return question;
    }

    private @Nullable String ask(ObjectNode question) {
        try {
            return turn.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS) ? askInTurn(question) : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private @Nullable String askInTurn(ObjectNode question) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            SparkProgram spark = ready();
            if (spark == null) {
                return null;
            }
            String answer = spark.ask(question, limit);
            failing = false;
            boolean isStale = answer.startsWith("{\"stale\"");
            log.debug(
                    isStale
                            ? "The lake is older than the warehouse; asked for {}, {} ms"
                            : "Spark has answered {}, {} ms",
                    question.get("ask").asText(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
            return isStale ? null : answer;
        } catch (SparkException e) {
            if (e.getCause() instanceof TimeoutException) {
                pausedUntil = clock.instant().plus(PAUSE_AFTER_LATENESS);
            }
            failed(e);
            return null;
        } finally {
            turn.unlock();
        }
    }

    /** The program if it is ready; else null, and the program starts. */
    private @Nullable SparkProgram ready() {
        SparkProgram current = program;
        if (current != null && current.isAlive()) {
            return current.isReady() ? current : null;
        }
        if (current != null) {
            program = null;
            failed(current.hasEnded(null));
        }
        if (startedAt == null || startedAt.plus(betweenStarts).isBefore(clock.instant())) {
            startedAt = clock.instant();
            try {
                program = LakeProgram.start(properties, work.path().resolve("lake-slices.log"));
            } catch (IOException e) {
                throw new SparkException("it cannot be started", e);
            }
        }
        return null;
    }

    /** Says it once, until Spark answers again. */
    private void failed(SparkException e) {
        if (!failing) {
            log.warn(
                    "Spark adds up no slices, since {}. The packs answer until Spark does again",
                    e.getMessage(),
                    e.getCause());
        }
        failing = true;
    }

    private static PeriodSums periods(Grain grain, JsonNode answer) {
        List<Sum> sums = new ArrayList<>();
        List<Integer> customers = new ArrayList<>();
        for (JsonNode period : answer.get("periods")) {
            sums.add(new Sum(
                    period.get(0).asInt(),
                    period.get(1).asLong(),
                    decimal(period.get(2)),
                    decimal(period.get(3)),
                    decimal(period.get(4)),
                    decimal(period.get(5)),
                    decimal(JSON.getNodeFactory().numberNode(0)),
                    period.get(6).asLong()));
        }
        for (JsonNode period : answer.get("customers_of_each")) {
            customers.add(period.get(1).asInt());
        }
        return new LakePeriods(
                grain,
                sums,
                customers,
                answer.get("orders").asLong(),
                answer.get("customers").asInt());
    }

    private static BigDecimal decimal(JsonNode number) {
        return new BigDecimal(number.asText()).setScale(4);
    }

    @Override
    public void destroy() {
        SparkProgram current = program;
        if (current != null) {
            current.close();
        }
    }

    private record LakePeriods(Grain grain, List<Sum> sums, List<Integer> customersOfEach, long orders, int customers)
            implements PeriodSums {}
}
