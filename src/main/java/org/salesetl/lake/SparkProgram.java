package org.salesetl.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.engine.SparkPrograms;

/**
 * A child process that asks Spark: a line of JSON goes to its standard input for each question, and a line comes back. So there is neither
 * a port nor a secret. The process ends with its input, and so with the service. For one thread at a time.
 */
final class SparkProgram implements Closeable {

    private static final String MAIN_CLASS = "Lake";
    private static final int SECONDS_TO_END = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the configuration may say otherwise. An application that waits for questions gives its executors back after a minute; without
     * the second time, Spark would keep those that hold the shuffles of earlier answers.
     */
    private static final Map<String, String> USUAL = Map.of(
            "spark.log.level", "WARN",
            "spark.dynamicAllocation.enabled", "true",
            "spark.dynamicAllocation.executorIdleTimeout", "60s",
            "spark.dynamicAllocation.shuffleTracking.enabled", "true",
            "spark.dynamicAllocation.shuffleTracking.timeout", "60s");

    private final Process process;
    private final Path log;
    private final Writer questions;
    private final BufferedReader answers;
    private final CompletableFuture<@Nullable String> started;

    private SparkProgram(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.questions = new OutputStreamWriter(process.getOutputStream(), UTF_8);
        this.answers = process.inputReader(UTF_8);
        this.started = nextLine();
    }

    /**
     * Starts the program. It takes some seconds until it is ready.
     *
     * @param log the file for what Spark says
     */
    static SparkProgram start(SalesEtlProperties properties, Path log) throws IOException {
        return new SparkProgram(
                SparkPrograms.program(
                                properties.spark(),
                                MAIN_CLASS,
                                requireNonNull(properties.lake().folder()),
                                USUAL)
                        .redirectError(log.toFile())
                        .launch(),
                log);
    }

    /** Whether the program has started, and still goes on. */
    boolean isReady() {
        return process.isAlive() && started.isDone() && started.getNow(null) != null;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the program is ready.
     *
     * @throws SparkException if it has ended, or if the time is over
     */
    void awaitReady(Duration limit) throws InterruptedException {
        await(started, limit);
    }

    /**
     * Asks a question.
     *
     * @return the answer; if it is an object, it may say {@code stale}
     * @throws SparkException if the program fails, has ended, or takes longer than the limit; in the last two cases, the program is of no
     *     more use
     */
    String ask(JsonNode question, Duration limit) throws InterruptedException {
        try {
            questions.write(JSON.writeValueAsString(question) + "\n");
            questions.flush();
        } catch (IOException e) {
            throw hasEnded(e);
        }
        String answer = await(nextLine(), limit);
        if (answer.startsWith("{\"failed\"")) {
            throw new SparkException(read(answer).path("failed").asText(), null);
        }
        return answer;
    }

    /** The tree of an answer. */
    static JsonNode read(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new SparkException("its answer is none", e);
        }
    }

    private String await(CompletableFuture<@Nullable String> line, Duration limit) throws InterruptedException {
        try {
            String text = line.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (text == null) {
                throw hasEnded(null);
            }
            return text;
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new SparkException("it has not answered within " + limit.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw hasEnded(e);
        } catch (InterruptedException e) {
            // the answer will still come, and must not be taken for that to the next question
            process.destroyForcibly();
            throw e;
        }
    }

    /** The failure of a program that has ended. */
    SparkException hasEnded(@Nullable Throwable cause) {
        return new SparkException("it has ended; " + log + " may say why", cause);
    }

    /** The next line of the program; null once it has ended. */
    private CompletableFuture<@Nullable String> nextLine() {
        CompletableFuture<@Nullable String> line = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        line.complete(answers.readLine());
                    } catch (IOException e) {
                        line.completeExceptionally(e);
                    }
                },
                "lake");
        reader.setDaemon(true);
        reader.start();
        return line;
    }

    /** Ends the program by force. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends the program: at the end of its input, or by force if it is busy. */
    @Override
    public void close() {
        try {
            questions.close();
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
