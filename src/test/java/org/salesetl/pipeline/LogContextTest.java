package org.salesetl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.TestWarehouse.RunEnd;
import org.salesetl.WarehouseTest;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.load.LoadProgress;
import org.salesetl.load.LoadProgress.InHand;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/** The log as programs read it, with {@code logging.structured.format.console=ecs}. */
class LogContextTest extends WarehouseTest {

    private static final int ROWS = 20_000;
    private static final int MANY_ROWS = 500_000;

    private final List<JsonNode> lines = Collections.synchronizedList(new ArrayList<>());
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final StructuredLogEncoder encoder = new StructuredLogEncoder();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            try {
                lines.add(new ObjectMapper().readTree(new String(encoder.encode(event), StandardCharsets.UTF_8)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    @Autowired
    private Environment environment;

    @Autowired
    private CurrentRun currentRun;

    @Autowired
    private LoadProgress progress;

    @BeforeEach
    void listen() {
        LoggerContext context = root.getLoggerContext();
        context.putObject(Environment.class.getName(), environment);
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void listenNoLonger() {
        root.detachAppender(appender);
        appender.stop();
    }

    @Test
    void linesNameTheRunAndTheFile() {
        warehouse.drop("customers.csv", "customer_id,name", "C1,Ann");
        warehouse.drop("notes.txt", "nothing that could be loaded");
        RunEnd end = warehouse.run();

        assertThat(about("customers.csv")).isNotEmpty();
        assertThat(about("notes.txt")).isNotEmpty();
        List<JsonNode> ofRun = lines.stream()
                .filter(line -> line.path("message").asText().startsWith("Run "))
                .toList();
        assertThat(ofRun)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.at("/run/id").asText()).isEqualTo(String.valueOf(end.id())));
        // the last line is about the whole run
        assertThat(ofRun.get(ofRun.size() - 1).has("file")).isFalse();
    }

    @Test
    void aFailureNamesTheLineThatTheFileWasReadUpTo() {
        warehouse.drop("customers.csv", customers(MANY_ROWS));
        int run = warehouse.start(Mode.INCREMENTAL);
        await().pollInterval(Duration.ofMillis(5)).until(this::isReading);

        currentRun.cancel(run, "admin");

        warehouse.awaitEnd();
        assertThat(about("customers.csv"))
                .filteredOn(line -> line.at("/log/level").asText().equals("ERROR"))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.at("/file/line").asInt()).isGreaterThan(1));
    }

    @Test
    void manyRowsMakeNoMoreLinesThanOne() {
        warehouse.drop("customers.csv", "customer_id,name", "C1,Ann", ",Nobody");
        warehouse.run();
        int linesOfOne = about("customers.csv").size();

        warehouse.drop("many.csv", customers(ROWS));
        warehouse.run();

        assertThat(about("many.csv")).hasSameSizeAs(about("customers.csv")).hasSize(linesOfOne);
    }

    private boolean isReading() {
        InHand file = progress.current();
        return file != null && file.load().books().read() > 0;
    }

    /** A file in which every other row is bad. */
    private static String[] customers(int rows) {
        return IntStream.rangeClosed(0, rows)
                .mapToObj(i -> i == 0 ? "customer_id,name" : (i % 2 == 0 ? "" : "M" + i) + ",Name")
                .toArray(String[]::new);
    }

    private List<JsonNode> about(String file) {
        return lines.stream()
                .filter(line -> line.at("/file/name").asText().equals(file))
                .toList();
    }
}
