package org.salesetl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * Statements in {@code sql/}. In a statement, a line {@code -- include quarantine/of-slice} stands for the text of
 * {@code sql/quarantine/of-slice.sql}. So several statements can share conditions that are written in one file.
 */
public final class SqlFile {

    private static final Pattern INCLUDE = Pattern.compile("^-- include (\\S+)$", Pattern.MULTILINE);

    private SqlFile() {}

    /** The statement in {@code sql/{name}.sql}, with the files that it includes. */
    public static String read(String name) {
        try {
            String text = new ClassPathResource("sql/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
            return INCLUDE.matcher(text)
                    .replaceAll(include ->
                            Matcher.quoteReplacement(read(include.group(1)).stripTrailing()));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no statement " + name, e);
        }
    }
}
