package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks through the sources for the statements that they name. ArchUnit sees classes, and no text in them. */
class StatementsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/salesetl");
    private static final Path STATEMENTS = Path.of("src/main/resources/sql");
    private static final Pattern STATEMENT =
            Pattern.compile("\"(?:sql:)?(?:classpath:sql/)?([a-z]+)/([a-z_-]*[a-z_])(?:\\.sql)?\"");

    @Test
    void packagesRunTheStatementsOfTheirOwnFolderOnly() throws IOException {
        List<String> foreign = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> foreign.addAll(foreign(file)));
        }

        assertThat(foreign).isEmpty();
    }

    /** Camel looks for some of them only when somebody asks. */
    @Test
    void everyStatementThatIsNamedIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> missing.addAll(missing(file)));
        }

        assertThat(missing).isEmpty();
    }

    private static List<String> missing(Path file) {
        List<String> found = new ArrayList<>();
        Matcher statements = STATEMENT.matcher(read(file));
        while (statements.find()) {
            Path folder = STATEMENTS.resolve(statements.group(1));
            if (Files.isDirectory(folder) && !Files.exists(folder.resolve(statements.group(2) + ".sql"))) {
                found.add(file.getFileName() + ": " + statements.group());
            }
        }
        return found;
    }

    private static List<String> foreign(Path file) {
        String room = SOURCES.relativize(file).getName(0).toString();
        List<String> found = new ArrayList<>();
        Matcher statements = STATEMENT.matcher(read(file));
        while (statements.find()) {
            if (Files.isDirectory(STATEMENTS.resolve(statements.group(1)))
                    && !statements.group(1).equals(room)) {
                found.add(file.getFileName() + ": " + statements.group());
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
