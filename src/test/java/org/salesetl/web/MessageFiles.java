package org.salesetl.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads the message files for tests. */
public final class MessageFiles {

    static final Path RESOURCES = Path.of("src/main/resources");

    private MessageFiles() {}

    /** The sentences of the file with this name, by their keys. */
    public static Map<String, String> of(String name) {
        return of(RESOURCES.resolve(name));
    }

    static Map<String, String> of(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.forEach((key, sentence) -> messages.put((String) key, (String) sentence));
        return messages;
    }
}
