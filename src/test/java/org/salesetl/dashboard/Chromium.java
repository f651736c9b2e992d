package org.salesetl.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the machine. */
public final class Chromium {

    public static final String ABSENT =
            "No Chromium on this machine, so no page is tested in a browser. On Debian: apt-get install chromium-headless-shell";

    /** The browser starts without a sandbox, which does not work inside a container, and without requests of its own. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    /** The driver of the browser, which downloads no other browser. */
    public static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Starts the browser. */
    public static Browser launch(Playwright driver, Path chromium) {
        return driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(ARGUMENTS));
    }

    /** The path of the browser; empty if it is not installed. The one without a window of its own needs a third less time. */
    public static Optional<Path> path() {
        return Stream.concat(
                        Stream.of("chromium-headless-shell", "chromium").map(Path.of("/usr/bin")::resolve),
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
