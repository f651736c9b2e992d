package org.salesetl.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.launcher.SparkLauncher;
import org.jspecify.annotations.Nullable;

/**
 * A child process among the programs for Spark: a line of JSON goes to its standard input for each question, and a line comes back. So there
 * is neither a port nor a secret. The process ends with its input, and so with the service. For one thread at a time.
 */
public final class SparkProgram implements Closeable {

    private static final int SECONDS_TO_END = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path log;
    private final Writer questions;
    private final BufferedReader answers;
    private final CompletableFuture<@Nullable String> started;
    /** Whether nobody asks it any more: the process itself may go on for a moment. */
    private volatile boolean ended;

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
     * @param program the program, which says one line when it is ready
     * @param log the file for what else it says
     */
    public static SparkProgram start(SparkLauncher program, Path log) throws IOException {
        return new SparkProgram(program.redirectError(log.toFile()).launch(), log);
    }

    /** Whether the program has started, and still goes on. */
    public boolean isReady() {
        return isAlive() && started.isDone() && started.getNow(null) != null;
    }

    /** Whether the program goes on, ready or not. */
    public boolean isAlive() {
        return process.isAlive() && !ended;
    }

    /**
     * Waits until the program is ready.
     *
     * @throws SparkException if it has ended, or if the time is over
     */
    public void awaitReady(Duration limit) throws InterruptedException {
        await(started, limit);
    }

    /**
     * Asks a question.
     *
     * @return the answer; if it is an object, it may say {@code stale}
     * @throws SparkException if the program fails, has ended, or takes longer than the limit; in the last two cases, the program is of no
     *     more use
     */
    public String ask(JsonNode question, Duration limit) throws InterruptedException {
        try {
            questions.write(JSON.writeValueAsString(question) + "\n");
            questions.flush();
        } catch (IOException e) {
            throw end(e);
        }
        String answer = await(nextLine(), limit);
        if (answer.startsWith("{\"failed\"")) {
            throw new SparkException(read(answer).path("failed").asText(), null);
        }
        return answer;
    }

    /** The tree of an answer. */
    public static JsonNode read(String answer) {
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
                throw end(null);
            }
            return text;
        } catch (TimeoutException e) {
            kill();
            throw new SparkException("it has not answered within " + limit.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw end(e);
        } catch (InterruptedException e) {
            // the answer will still come, and must not be taken for that to the next question
            kill();
            throw e;
        }
    }

    private SparkException end(@Nullable Throwable cause) {
        kill();
        return hasEnded(cause);
    }

    /** The failure of a program that has ended. */
    public SparkException hasEnded(@Nullable Throwable cause) {
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
                "answer-of-spark");
        reader.setDaemon(true);
        reader.start();
        return line;
    }

    /** Ends the program by force. */
    public void kill() {
        ended = true;
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
