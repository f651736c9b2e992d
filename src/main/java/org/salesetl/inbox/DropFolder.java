package org.salesetl.inbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A folder into which others write files, some of which are not complete yet. */
final class DropFolder {

    private static final String PART = ".part";
    private static final Pattern OUR_PART = Pattern.compile("\\.[0-9a-f-]{36}\\.part");
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private final Path path;
    private final Duration settle;
    private final Clock clock;

    /**
     * Makes the folder if it does not exist. Removes unfinished files and folders of an earlier process that died more than a day ago.
     *
     * @param settle how long a complete file has been left unchanged
     */
    DropFolder(Path path, Duration settle, Clock clock) throws IOException {
        this.path = Files.createDirectories(path);
        this.settle = settle;
        this.clock = clock;
        Instant longAgo = clock.instant().minus(ABANDONED_AFTER);
        for (Map.Entry<Path, Signature> part : list(DropFolder::isPart).entrySet()) {
            if (part.getValue().modified().isBefore(longAgo)) {
                Files.deleteIfExists(part.getKey());
            }
        }
        for (Path part : folders(DropFolder::isOurPart)) {
            if (Files.getLastModifiedTime(part, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(longAgo)) {
                FileSystemUtils.deleteRecursively(part);
            }
        }
    }

    Path path() {
        return path;
    }

    /** Every wanted file, complete or not. */
    Set<Path> files(Predicate<Path> wanted) {
        return list(wanted).keySet();
    }

    /** Every wanted folder in this one. */
    List<Path> folders(Predicate<Path> wanted) {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(wanted).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder " + path, e);
        }
    }

    /** The wanted files that are complete. Waits a moment if one of them has just been written. */
    List<Path> complete(Predicate<Path> wanted) throws InterruptedException {
        Map<Path, Signature> first = list(wanted);
        if (first.values().stream().allMatch(this::isOld)) {
            return List.copyOf(first.keySet());
        }
        Thread.sleep(settle.toMillis());
        Map<Path, Signature> second = list(wanted);
        return first.entrySet().stream()
                .filter(entry -> entry.getValue().equals(second.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the file has been left unchanged for long enough. */
    boolean isOld(Path file) {
        return signature(file).filter(this::isOld).isPresent();
    }

    /**
     * Whether another machine's clock set the file's time: its age then says nothing, so that {@link #complete} has to look
     * twice.
     */
    boolean isFromTheFuture(Path file) {
        return modified(file).isAfter(clock.instant().plus(settle));
    }

    /**
     * Gives what was written under a name that nobody takes a name that nothing has yet: this name, or this name with a number.
     *
     * @return where it is now
     */
    Path give(Path part, String name) throws IOException {
        Path target = Files.isDirectory(part) ? reserve(name, folder -> Files.createDirectory(folder)) : reserve(name);
        try {
            return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    /** Reserves a name for a file that nothing has yet: this name, or this name with a number. */
    Path reserve(String name) throws IOException {
        return reserve(name, file -> Files.createFile(file));
    }

    private Path reserve(String name, Reservation reservation) throws IOException {
        Path original = path.resolve(name);
        Path target = original;
        for (int n = 2; ; n++) {
            try {
                return reservation.make(target);
            } catch (FileAlreadyExistsException e) {
                target = FileNames.numbered(original, n);
            }
        }
    }

    /** Writes a file under a name that nobody takes before it is complete. Deletes the file if the content breaks off. */
    Path write(Content content) throws IOException {
        // not a temporary file of Java: only its owner could read it, and the archive keeps these permissions
        Path part = newPart();
        try {
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            return part;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** A path that nobody takes. */
    Path newPart() {
        return path.resolve("." + UUID.randomUUID() + PART);
    }

    /** When the file was changed last; a time before all others if there is no such file. */
    static Instant modified(Path file) {
        return signature(file).map(Signature::modified).orElse(Instant.MIN);
    }

    private Map<Path, Signature> list(Predicate<Path> wanted) {
        Map<Path, Signature> found = new HashMap<>();
        try (Stream<Path> files = Files.list(path)) {
            files.filter(wanted).forEach(file -> signature(file).ifPresent(s -> found.put(file, s)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder " + path, e);
        }
        return found;
    }

    private boolean isOld(Signature signature) {
        return signature.modified().plus(settle).isBefore(clock.instant());
    }

    /** Whether this is a folder that {@link #newPart} has named: those of others are none of ours. */
    private static boolean isOurPart(Path folder) {
        return OUR_PART.matcher(folder.getFileName().toString()).matches()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(PART);
    }

    private static Optional<Signature> signature(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() && Files.isReadable(file)
                    ? Optional.of(new Signature(
                            attributes.size(), attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Makes an empty file or folder. */
    private interface Reservation {

        Path make(Path target) throws IOException;
    }

    /** The content of a file. */
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /** A file is complete when its size and time stay the same. */
    private record Signature(long size, Instant modified) {}
}
