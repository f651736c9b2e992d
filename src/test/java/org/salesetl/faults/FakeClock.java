package org.salesetl.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The clock of one process, which a test can set. The Debian package libfaketime stands between the process and the system. */
final class FakeClock {

    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private final Path file;

    /** A clock that goes right so far. */
    FakeClock(Path file) throws IOException {
        this.file = file;
        set(Duration.ZERO);
    }

    /** Whether clocks can be set on this machine. */
    static boolean exists() {
        return Files.exists(LIBRARY);
    }

    /** Sets the clock this much fast, or slow; the process notices within a second. */
    void set(Duration fast) throws IOException {
        Files.writeString(file, "%+d".formatted(fast.toSeconds()));
    }

    /** What the process needs in its environment. */
    Map<String, String> environment() {
        return exists()
                ? Map.of(
                        "LD_PRELOAD",
                        LIBRARY.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        file.toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        // nobody can set the clock that only measures
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        // or threads that wait would keep the processors busy
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0",
                        "NO_FAKE_STAT",
                        "1")
                : Map.of();
    }
}
