package org.salesetl.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;

/** A program in place of Spark, which notes what it is asked, and answers what the test says. */
final class FakeSpark {

    private final Path folder;

    FakeSpark(Path folder) throws IOException {
        this.folder = folder;
        Path script = folder.resolve("bin/spark-submit");
        Files.createDirectories(script.getParent());
        Files.writeString(script, """
                #!/bin/sh
                cd '%s'
                echo "$@" >> starts
                echo '{"ready":true}'
                while read -r question; do
                  echo "$question" >> questions
                  cp work/lake-*/*.gz kept 2>/dev/null
                  cat slow 2>/dev/null && exec sleep 60
                  cat answer || exit 3
                done
                """.formatted(folder.toAbsolutePath()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(folder.resolve("kept"));
    }

    /** The configuration with this program as Spark, and some more of it. */
    SalesEtlProperties properties(Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "lake.folder", "/nowhere/lake",
                "spark.master", "local",
                "spark.home", folder,
                "spark.job", "job.jar"));
        all.putAll(more);
        return SomeProperties.with(all);
    }

    /** The work folder of the service. */
    Path work() {
        return folder.resolve("work");
    }

    /** Answers this line from now on. */
    void answer(String line) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), line + "\n");
        Files.move(next, folder.resolve("answer"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends at the next question. */
    void dieAtNext() throws IOException {
        Files.delete(folder.resolve("answer"));
    }

    /** Answers nothing. */
    void beSlow() throws IOException {
        Files.createFile(folder.resolve("slow"));
    }

    List<String> starts() throws IOException {
        return lines("starts");
    }

    List<String> questions() throws IOException {
        return lines("questions");
    }

    private List<String> lines(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** A file that the service has put aside for Spark. */
    Path kept(String name) {
        return folder.resolve("kept").resolve(name);
    }
}
