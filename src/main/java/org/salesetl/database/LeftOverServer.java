package org.salesetl.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database server of a process that was killed: it lives on and keeps its files locked.
 *
 * <p>Two servers on the same files would destroy them. So the old server is asked to stop, and the start waits for its end.
 * Everything that it has committed is on disk either way.
 */
record LeftOverServer(Path home) {

    private static final Logger log = LoggerFactory.getLogger(LeftOverServer.class);
    private static final int PATIENCE_SECONDS = 120;
    private static final String PORT = "--port=";

    void stop() throws IOException {
        Optional<ProcessHandle> found = find();
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle server = found.get();
        log.warn("Stopping the database server {} that an earlier process left behind", server.pid());
        server.destroy();
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the database server with process id " + server.pid() + " still runs on the files in " + home
                            + " and did not stop within " + PATIENCE_SECONDS + " seconds; stop it and start again",
                    e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not wait for process " + server.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for process " + server.pid(), e);
        }
    }

    /** Finds the server. The system uses process ids again, so only a database server whose command names our folder is ours. */
    Optional<ProcessHandle> find() throws IOException {
        Path pidFile = home.resolve("mariadbd.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile).strip();
        if (!pid.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean server = info.command()
                .map(command -> command.contains("mariadbd") || command.contains("mysqld"))
                .orElse(false);
        return server
                && info.commandLine()
                        .map(line -> line.contains(home.toString()))
                        .orElse(true);
    }

    /** The port of a server that runs; null if its command cannot be read, as that of another user's process. */
    static @Nullable String port(ProcessHandle server) {
        return Arrays.stream(server.info().arguments().orElse(new String[0]))
                .filter(argument -> argument.startsWith(PORT))
                .map(argument -> argument.substring(PORT.length()))
                .findFirst()
                .orElse(null);
    }
}
