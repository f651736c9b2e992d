package org.salesetl.spark;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Starts programs of Java, and ends them. */
final class Processes implements AutoCloseable {

    static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    private final List<Process> started = new ArrayList<>();

    /** Starts a program. Its output goes to a file. */
    Process start(Path output, Map<String, String> environment, List<String> command) throws IOException {
        Files.createDirectories(output.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(output.toString())))
                .directory(output.getParent().toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** The processes that the programs have started. */
    Stream<ProcessHandle> descendants() {
        return started.stream().flatMap(Process::descendants);
    }

    /**
     * A port that nobody uses now. Linux gives a port below 32768 to nobody who has not asked for it, so the port stays free until its
     * program listens.
     */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_768);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // somebody uses it
            }
        }
    }

    /** Waits until something is true. */
    static void await(String what, Duration limit, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(limit);
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Waited " + limit.toSeconds() + " s in vain until " + what);
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        for (int i = started.size() - 1; i >= 0; i--) {
            started.get(i).destroy();
        }
        for (Process process : started) {
            try {
                process.onExit().get(20, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
