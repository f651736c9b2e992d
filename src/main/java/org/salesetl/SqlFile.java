package org.salesetl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** Statements in {@code sql/}, for the few places that no route can run them from. */
public final class SqlFile {

    private SqlFile() {}

    /** The statement in {@code sql/{name}.sql}. */
    public static String read(String name) {
        try {
            return new ClassPathResource("sql/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no statement " + name, e);
        }
    }
}
