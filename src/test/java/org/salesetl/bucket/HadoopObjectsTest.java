package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.Diagnosis;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;
import org.salesetl.engine.SparkException;
import org.salesetl.work.WorkFolder;

/** What goes to the program with the libraries of Hadoop and back, with another program in its place. FolderIT has the real one. */
class HadoopObjectsTest {

    private static final ListedObject OBJECT = new ListedObject("a/sales ö.csv", "7-3", 3, Instant.ofEpochMilli(7));

    @TempDir
    private Path folder;

    private HadoopObjects objects;

    @BeforeEach
    void start() throws IOException {
        Path script = folder.resolve("bin/spark-submit");
        Files.createDirectories(script.getParent());
        Files.writeString(script, """
                #!/bin/sh
                cd '%s'
                echo "$@" >> starts
                cat dies && exit 3
                echo '{"ready":true}'
                while read -r question; do
                  echo "$question" >> questions
                  case $question in
                    # a process has closed its output some time before the system knows that it has ended
                    *first*) cat first || { exec >&-; sleep 1; exit 3; } ;;
                    *'"ask":"folder","key":"a","most":7}') cat first ;;
                    *next*) echo '{"files":[]}' ;;
                    *gone*) echo '{"refused":"Nobody may read it"}' ;;
                    *away*) echo '{"failed":"Connection refused"}' ;;
                    *) printf abc > "$(echo "$question" | sed 's/.*"to":"\\([^"]*\\)".*/\\1/')"; echo '{"copied":true}' ;;
                  esac
                done
                """.formatted(folder));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("first"), """
                {"files":[{"key":"a/sales ö.csv","version":"7-3","bytes":3,"modified":7}]}
                """);
        objects = new HadoopObjects(properties(), WorkFolder.at(folder.resolve("work")));
    }

    @AfterEach
    void stop() {
        objects.close();
    }

    @Test
    void listsAndReads() throws IOException {
        assertThat(objects.page("")).containsExactly(OBJECT);
        assertThat(objects.page(OBJECT.key())).isEmpty();
        assertThat(objects.folder("a", 7)).containsExactly(OBJECT);
        ByteArrayOutputStream read = new ByteArrayOutputStream();

        objects.read(OBJECT, content -> content.transferTo(read));

        assertThat(read.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
        assertThat(lines("questions")).last().asString().startsWith("""
                {"ask":"copy","key":"a/sales ö.csv","version":"7-3","to":"%s/fetched-""".formatted(folder.resolve("work")));
        assertThat(lines("starts")).singleElement().asString().endsWith("job.jar hdfs://10.0.0.5/all exports");
        assertThat(copies()).isEmpty();
    }

    @Test
    void leavesNoCopyIfTheReaderFails() {
        assertThatIOException()
                .isThrownBy(() -> objects.read(OBJECT, content -> {
                    throw new IOException("The disk is full");
                }));

        assertThat(copies()).isEmpty();
    }

    @Test
    void tellsAnObjectThatCannotBeReadFromAStoreThatIsAway() {
        assertThatExceptionOfType(ObjectException.class)
                .isThrownBy(() -> read("gone.csv"))
                .withMessage("Nobody may read it");
        assertThatExceptionOfType(SparkException.class)
                .isThrownBy(() -> read("away.csv"))
                .withMessage("Connection refused");
    }

    @Test
    void startsAProgramThatHasDiedAgain() throws IOException {
        Files.move(folder.resolve("first"), folder.resolve("later"));
        assertThatExceptionOfType(SparkException.class)
                .isThrownBy(() -> objects.page(""))
                .withMessage("it has ended; " + folder.resolve("work/stored-files.log") + " may say why");

        Files.move(folder.resolve("later"), folder.resolve("first"));

        assertThat(objects.page("")).containsExactly(OBJECT);
        assertThat(lines("starts")).hasSize(2);
    }

    @Test
    void isExamined() throws IOException {
        assertThat(examine().words()).isEqualTo("the folder hdfs://10.0.0.5/all exports can be read");
        assertThat(examine().level()).isEqualTo(Diagnosis.Level.OK);

        Files.createFile(folder.resolve("dies"));

        assertThat(examine().words())
                .startsWith("the folder hdfs://10.0.0.5/all exports cannot be read: it has ended")
                .contains("Look at sales-etl.bucket.folder, sales-etl.spark.home and .job");
        assertThat(examine().level()).isEqualTo(Diagnosis.Level.WARNING);
    }

    private Diagnosis examine() {
        return BucketExamination.examine(properties()).get(0);
    }

    private void read(String key) throws IOException {
        objects.read(new ListedObject(key, "1", 1, Instant.EPOCH), content -> {});
    }

    private SalesEtlProperties properties() {
        return SomeProperties.with(
                Map.of("bucket.folder", "hdfs://10.0.0.5/all exports", "spark.home", folder, "spark.job", "job.jar"));
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    private List<Path> copies() {
        try (Stream<Path> files = Files.list(folder.resolve("work"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("fetched-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
