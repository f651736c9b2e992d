package org.salesetl.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.bulk.StreamedQuery;
import org.salesetl.engine.SparkException;
import org.salesetl.engine.SparkProgram;
import org.salesetl.work.WorkFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Brings the lake up to date: reads the months that have changed from the warehouse, as it is at one moment, and has Spark write them. The
 * service reads, so that nobody else needs an account of the database; and one connection reads, since several would not see the same
 * moment.
 */
@Component
public class LakeCopy {

    private static final Logger log = LoggerFactory.getLogger(LakeCopy.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final Duration TO_WRITE = Duration.ofHours(12);
    private static final int LAST_MONTH = 9999_12;
    private static final int DAYS_OF_MONTH = 100;

    private final SalesEtlProperties properties;
    private final WorkFolder work;
    private final StreamedQuery queries;
    private final TransactionTemplate oneMoment;
    private final Clock clock;
    private final AtomicBoolean going = new AtomicBoolean();
    private volatile boolean stopping;
    private volatile @Nullable SparkProgram program;
    private volatile LakeState.@Nullable Writing last;

    LakeCopy(
            SalesEtlProperties properties,
            WorkFolder work,
            StreamedQuery queries,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.properties = properties;
        this.work = work;
        this.queries = queries;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /** What this process knows of the lake. */
    public LakeState state() {
        return new LakeState(properties.lake().folder(), going.get(), last);
    }

    /** Whether the copy may begin now: none goes on in this process. If it may, {@link #write} has to follow. */
    boolean begin() {
        return going.compareAndSet(false, true);
    }

    /** Writes the months that have changed. The log says what has been written, or why nothing has. */
    void write() {
        try {
            writeChanges();
        } catch (IOException | RuntimeException e) {
            log.warn("The lake {} stays as it is: {}", properties.lake().folder(), e.getMessage(), e);
            last = new LakeState.Writing(clock.instant(), 0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            going.set(false);
        }
    }

    private void writeChanges() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(work.path(), "lake-");
        try (SparkProgram spark = LakeProgram.start(properties, work.path().resolve("lake-write.log"))) {
            program = spark;
            requireGoing();
            spark.awaitReady(TO_START);
            JsonNode there = SparkProgram.read(spark.ask(JSON.createObjectNode().put("ask", "months"), TO_WRITE))
                    .get("months");
            Changes changes = oneMoment.execute(status -> read(there, folder));
            spark.ask(changes.question(), TO_WRITE);
            last = new LakeState.Writing(clock.instant(), changes.months(), null);
            log.info(
                    "The lake {} has {} months; {} have changed, with {} sales",
                    properties.lake().folder(),
                    changes.months(),
                    changes.changed(),
                    changes.sales());
        } finally {
            program = null;
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** The service does not wait for the copy, which may take hours. The next one writes what is missing. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
        SparkProgram current = program;
        if (current != null) {
            current.kill();
        }
    }

    private void requireGoing() {
        if (stopping) {
            throw new SparkException("the service stops", null);
        }
    }

    /** Puts the months aside that are another state in the warehouse than in the lake. */
    private Changes read(JsonNode there, Path folder) {
        ObjectNode question = JSON.createObjectNode().put("ask", "write");
        ObjectNode months = question.putObject("months");
        SortedSet<Integer> changed = new TreeSet<>();
        queries.forEach(
                "lake/select-months",
                row -> {
                    int month = row.integer("month");
                    String state = row.textOrNull("state");
                    if (state == null) {
                        return;
                    }
                    months.put(String.valueOf(month), state);
                    if (!state.equals(there.path(String.valueOf(month)).asText())) {
                        changed.add(month);
                    }
                },
                0,
                LAST_MONTH);
        ArrayNode names = question.putArray("changed");
        changed.forEach(month -> names.add(String.valueOf(month)));
        long sales = putAside(question, "sales", folder, files -> {
            for (int month : changed) {
                requireGoing();
                queries.forEach(
                        "lake/select-sales",
                        files::add,
                        month * DAYS_OF_MONTH,
                        month * DAYS_OF_MONTH + DAYS_OF_MONTH - 1);
            }
        });
        putAside(question, "customers", folder, files -> queries.forEach("lake/select-customers", files::add));
        putAside(question, "products", folder, files -> queries.forEach("lake/select-products", files::add));
        return new Changes(question, months.size(), changed.size(), sales);
    }

    /** Writes rows into files, and their addresses into the question; returns the number of rows. */
    private static long putAside(ObjectNode question, String name, Path folder, Consumer<RowFiles> reader) {
        try (RowFiles files = new RowFiles(folder, name)) {
            reader.accept(files);
            files.addresses().forEach(question.withArray(name)::add);
            return files.rows();
        } catch (IOException e) {
            throw new UncheckedIOException("The rows cannot be put aside for Spark", e);
        }
    }

    /**
     * What has changed.
     *
     * @param question what Spark is asked to write
     * @param months how many months there are
     * @param changed how many of them have changed
     * @param sales how many sales these have
     */
    private record Changes(ObjectNode question, int months, int changed, long sales) {}
}
