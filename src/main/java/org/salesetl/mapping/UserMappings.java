package org.salesetl.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mappings in the folder of the user, one YAML document a file. Somebody may change them while the service runs, so each file is
 * read again when it has changed. A file that is wrong is not used, and stops nothing else: the log says why, and so does the refusal of
 * a file that no mapping knows.
 */
final class UserMappings {

    private static final Logger LOG = LoggerFactory.getLogger(UserMappings.class);
    private static final int LARGEST_BYTES = 1 << 16;
    private static final int MOST_MAPPINGS = 1_000;

    private final Path folder;
    private Map<Path, Known> known = Map.of();

    UserMappings(Path folder) {
        this.folder = folder;
    }

    /** The mappings that are right, in the order of the names of their files. */
    List<Source> sources() {
        return current().values().stream()
                .map(Known::source)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What is wrong with the others, each with the name of its file. */
    List<String> problems() {
        return current().values().stream()
                .map(Known::problem)
                .filter(Objects::nonNull)
                .toList();
    }

    private synchronized Map<Path, Known> current() {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Map<Path, Known> current = new TreeMap<>();
            for (Path file : files.filter(UserMappings::isYaml)
                    .sorted()
                    .limit(MOST_MAPPINGS)
                    .toList()) {
                current.put(file, current(file));
            }
            known = current;
            return current;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }

    private Known current(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Known before = known.get(file);
        return before != null && before.modified.equals(now.lastModifiedTime()) && before.size == now.size()
                ? before
                : read(file, now);
    }

    private static Known read(Path file, BasicFileAttributes now) {
        try {
            if (now.size() > LARGEST_BYTES) {
                throw new MappingException("expected at most " + LARGEST_BYTES + " bytes but found " + now.size());
            }
            return new Known(
                    now.lastModifiedTime(), now.size(), Source.of(MappingText.read(Files.readString(file))), null);
        } catch (MappingException | IOException e) {
            String problem = file.getFileName() + ": " + e.getMessage();
            LOG.error("The mapping in {} is not used: {}", file, e.getMessage());
            return new Known(now.lastModifiedTime(), now.size(), null, problem);
        }
    }

    /**
     * What a file had when it was read.
     *
     * @param source null if the file is wrong
     * @param problem null if it is right
     */
    private record Known(
            FileTime modified,
            long size,
            @Nullable Source source,
            @Nullable String problem) {}
}
