package org.salesetl;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The classes of the service for processes of their own. The first process that is ready leaves an archive of the classes that it has
 * loaded; the later ones start from that archive, and need a quarter less of the processor for it.
 */
public final class ServiceClasses {

    private static final Path HOME = TestFolder.of("service-classes").toAbsolutePath();
    private static final Path ARCHIVE = HOME.resolve("classes.jsa");
    private static final int SECONDS_OF_PATIENCE = 120;

    private static @Nullable String path;
    private static boolean tried;

    private ServiceClasses() {}

    /** The options by which a process finds the classes. */
    public static synchronized List<String> options() throws IOException {
        if (path == null) {
            path = packed();
        }
        List<String> options = new ArrayList<>(List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-cp", path));
        if (Files.exists(ARCHIVE)) {
            options.add("-XX:SharedArchiveFile=" + ARCHIVE);
        } else if (!tried) {
            options.add("-XX:+RecordDynamicDumpInfo");
        }
        return options;
    }

    /** Lets a process that is ready write the archive, unless another one has been asked before. */
    public static synchronized void archive(Process ready) throws IOException {
        if (tried) {
            return;
        }
        tried = true;
        Path growing = HOME.resolve("growing.jsa");
        Process dump = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(ready.pid()),
                        "VM.cds",
                        "dynamic_dump",
                        growing.toString())
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("archive.log").toFile())
                .start();
        try {
            if (dump.waitFor(SECONDS_OF_PATIENCE, TimeUnit.SECONDS) && dump.exitValue() == 0) {
                Files.move(growing, ARCHIVE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The class path with a JAR in place of each folder: an archive has no classes out of folders. */
    private static String packed() throws IOException {
        FileSystemUtils.deleteRecursively(HOME);
        Files.createDirectories(HOME);
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Files.isDirectory(Path.of(entry)) ? packed(entry, entries.size()) : entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String packed(String folder, int number) {
        String jar = HOME.resolve(number + ".jar").toString();
        int code = Objects.requireNonNull(ToolProvider.findFirst("jar").orElse(null), "a JDK has the tool jar")
                .run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", folder, ".");
        if (code != 0) {
            throw new IllegalStateException("The tool jar ended with code " + code);
        }
        return jar;
    }
}
