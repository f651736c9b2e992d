package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the class path, which holds what the jar does and what tests need. */
class LibrariesTest {

    private static final Pattern NAME_IN_TABLE = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.jolokia.service.jsr160.Jsr160RequestHandler",
                "org.jolokia.service.discovery.JolokiaDiscovery",
                "com.mchange.v2.c3p0.ComboPooledDataSource",
                "com.mchange.v2.naming.ReferenceIndirector"
            })
    void leavesOutWhatRunsAStrangersCode(String type) {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jolokia-service-jsr160-", "jolokia-service-discovery-", "c3p0-", "mchange-commons-"})
    void leavesOutTheLibrariesThatDo(String jar) {
        assertThat(jars()).isNotEmpty().noneMatch(name -> name.startsWith(jar));
    }

    @Test
    void saysOfEveryLibraryWhyItIsThere() throws IOException {
        assertThat(jars())
                .allSatisfy(jar -> assertThat(told())
                        .as("a line of docs/libraries.md for %s", jar)
                        .anyMatch(name -> name.matcher(jar).matches()));
    }

    @Test
    void saysNothingOfLibrariesThatAreNotThere() throws IOException {
        assertThat(told())
                .allSatisfy(name ->
                        assertThat(jars()).anyMatch(jar -> name.matcher(jar).matches()));
    }

    /** What docs/libraries.md has a line for. */
    private static List<Pattern> told() throws IOException {
        return Files.readAllLines(Path.of("docs/libraries.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> NAME_IN_TABLE
                        .matcher(line.split("\\|", -1)[1])
                        .results()
                        .map(name -> name.group(1)))
                .map(name -> Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q") + "-\\d.*\\.jar"))
                .toList();
    }

    private static List<String> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> Path.of(entry).getFileName().toString())
                .toList();
    }
}
