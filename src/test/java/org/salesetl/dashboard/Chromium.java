package org.salesetl.dashboard;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the machine. */
public final class Chromium {

    static final String ABSENT =
            "No Chromium on this machine, so no page is tested in a browser. On Debian: apt-get install chromium";

    /** Nothing that a test does not ask for: no sandbox inside a container, no first-run page, no calls home. */
    public static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    /** Where it is installed; empty if it is not. */
    public static Optional<Path> path() {
        return Stream.concat(
                        Stream.of(Path.of("/usr/bin/chromium")),
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .flatMap(Chromium::onPath))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program));
    }
}
