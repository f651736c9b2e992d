package org.salesetl.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftOverServerTest {

    private static final Path SLEEP = Path.of("/usr/bin/sleep");

    private @Nullable Process process;

    @TempDir
    Path home;

    @BeforeEach
    void requireSomethingToStart() {
        assumeThat(SLEEP).as("a program to stand in for a server").exists();
    }

    @AfterEach
    void stopProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void stopsTheServerThatRunsOnOurFiles() throws IOException {
        Process server = start(home.resolve("mariadbd"));
        writePid(String.valueOf(server.pid()));

        new LeftOverServer(home).stop();

        // the process object hears of the end a moment after the system has it
        assertThat(server.toHandle().isAlive()).isFalse();
    }

    @Test
    void leavesAServerOnOtherFilesAlone(@TempDir Path elsewhere) throws IOException {
        Process server = start(elsewhere.resolve("mariadbd"));
        writePid(String.valueOf(server.pid()));

        new LeftOverServer(home).stop();

        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void leavesAnotherProgramWithTheSameNumberAlone() throws IOException {
        Process other = start(home.resolve("editor"));
        writePid(String.valueOf(other.pid()));

        new LeftOverServer(home).stop();

        assertThat(other.isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a number", "-1", "99999999999999999999", "999999999"})
    void ignoresAPidFileWithoutAProcess(String pid) throws IOException {
        writePid(pid);

        new LeftOverServer(home).stop();
    }

    @Test
    void doesNothingWithoutAPidFile() throws IOException {
        new LeftOverServer(home).stop();
    }

    private Process start(Path program) throws IOException {
        Files.copy(SLEEP, program);
        program.toFile().setExecutable(true);
        process = new ProcessBuilder(program.toString(), "60").start();
        return process;
    }

    private void writePid(String pid) throws IOException {
        Files.writeString(home.resolve("mariadbd.pid"), pid + "\n");
    }
}
