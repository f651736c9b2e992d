package org.salesetl.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The drop folder.
 *
 * <p>A run claims a file by moving it to a folder of its own in {@code inbox/.work/}. A file found there later was
 * claimed by a run that did not end well: the next run starts with it.
 */
@Component
public class Inbox {

    /** Names of drops, as a regular expression; dot-files are no drops whatever they end in. */
    public static final String DROP_NAME = "(?i)[^.].*\\.(csv|tsv|csv\\.gz)";

    /** Names of files that hold drops. */
    private static final String CONTAINER_NAME = "(?i)[^.].*\\.(zip|xlsx)";

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Pattern DROP = Pattern.compile(DROP_NAME, Pattern.DOTALL);
    private static final Pattern CONTAINER = Pattern.compile(CONTAINER_NAME, Pattern.DOTALL);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final Path folder;
    private final Path work;
    private final Path check;
    private final Duration settle;
    private final Clock clock;
    private final HeaderSniffer sniffer;
    private final Map<Path, Instant> heldBack = new ConcurrentHashMap<>();

    Inbox(SalesEtlProperties properties, HeaderSniffer sniffer, Clock clock) throws IOException {
        this.folder = properties.inbox().toAbsolutePath().normalize();
        this.work = folder.resolve(".work");
        this.check = folder.resolve("check");
        this.settle = properties.settle();
        this.sniffer = sniffer;
        this.clock = clock;
        Files.createDirectories(work);
        Files.createDirectories(check);
    }

    /** Where users drop their files. */
    public Path folder() {
        return folder;
    }

    /** Whether nothing waits here, complete or not. */
    public boolean isEmpty() {
        return candidates(DROP).isEmpty() && candidates(CONTAINER).isEmpty() && !hasLeftOvers();
    }

    /** Whether an earlier run left files that it had claimed. */
    public boolean hasLeftOvers() {
        return !claimed(DROP).isEmpty() || !claimed(CONTAINER).isEmpty();
    }

    /** Whether this file can be taken now: a drop by its name, unchanged for a while, and not just given back. */
    public boolean isReady(Path file) {
        Instant until = heldBack.get(file.toAbsolutePath().normalize());
        return (isNamed(file, DROP) || isNamed(file, CONTAINER))
                && (until == null || clock.instant().isAfter(until))
                && signature(file)
                        .map(found -> isOld(found) || isFromTheFuture(found))
                        .orElse(false);
    }

    /**
     * The files that a run is to load, customers before products before sales, then the oldest first: what an earlier run
     * left claimed, and every drop that is complete. Waits a moment for files that have just been written.
     */
    public List<Path> waiting() throws InterruptedException {
        List<Path> files = new ArrayList<>(claimed(DROP));
        files.addAll(settled(DROP));
        return files.stream().map(this::turn).sorted().map(Turn::file).toList();
    }

    /** The files that hold others, by name: what an earlier run left claimed, and every one that is complete. */
    public List<Path> containers() throws InterruptedException {
        List<Path> files = new ArrayList<>(claimed(CONTAINER));
        files.addAll(settled(CONTAINER));
        return files.stream().sorted().toList();
    }

    /** A folder of its own for a file that is claimed as soon as it is moved there. */
    Path claimedFolder() throws IOException {
        return Files.createDirectory(work.resolve(UUID.randomUUID().toString()));
    }

    /** What an earlier run left claimed: it was loading, or had loaded and not yet archived. */
    public List<Path> leftOver() {
        return claimed(DROP).stream().map(this::turn).sorted().map(Turn::file).toList();
    }

    /** Where files are put that somebody wants to know about before they are loaded. */
    public Path checkFolder() {
        return check;
    }

    /** The files to check, in the order in which a run would load them: those without a report, or younger than theirs. */
    public List<Path> toCheck() throws IOException {
        try (Stream<Path> files = Files.list(check)) {
            return files.filter(this::isReadyToCheck)
                    .map(this::turn)
                    .sorted()
                    .map(Turn::file)
                    .toList();
        }
    }

    /** Whether this file in the folder for checks is complete and has no report yet. */
    public boolean isReadyToCheck(Path file) {
        Instant reported =
                signature(FileNames.reportBeside(file)).map(Signature::modified).orElse(Instant.MIN);
        return isNamed(file, DROP)
                && signature(file)
                        .map(found -> isOld(found) && found.modified().isAfter(reported))
                        .orElse(false);
    }

    /** Takes a file out of everybody else's reach; null if it is gone, or somebody else was faster. */
    public @Nullable Path claim(Path file) throws IOException {
        if (file.startsWith(work)) {
            return Files.exists(file) ? file : null;
        }
        Path own = claimedFolder();
        try {
            return Files.move(file, own.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            Files.delete(own);
            return null;
        } catch (IOException e) {
            Files.delete(own);
            heldBack.put(file, clock.instant().plus(RETRY_AFTER));
            log.error("Cannot take {} out of the inbox ({}); trying again in a minute", file, e.toString());
            return null;
        }
    }

    /** Puts a claimed file back, to be tried again in a minute; does nothing if it has left for the archive already. */
    public void giveBack(Path claimed) throws IOException {
        if (!Files.exists(claimed)) {
            forget(claimed);
            return;
        }
        Path target = reserve(claimed.getFileName());
        heldBack.put(target, clock.instant().plus(RETRY_AFTER));
        Files.move(claimed, target, StandardCopyOption.REPLACE_EXISTING);
        forget(claimed);
    }

    /** Drops a file that was set aside again; does nothing if it is gone. */
    public void dropAgain(Path setAside) throws IOException {
        if (Files.exists(setAside)) {
            Files.move(setAside, reserve(setAside.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Drops a file of this text; nobody sees it before it is complete. */
    public void drop(String name, String text) throws IOException {
        Path part = Files.createTempFile(work, "drop", ".part");
        Files.writeString(part, text);
        Files.move(part, reserve(Path.of(name)), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path reserve(Path name) throws IOException {
        Path original = folder.resolve(name);
        Path target = original;
        for (int n = 2; ; n++) {
            try {
                return Files.createFile(target);
            } catch (FileAlreadyExistsException e) {
                target = FileNames.numbered(original, n);
            }
        }
    }

    /** Removes the folder that a claimed file had to itself, once the file has left it. */
    public void forget(Path claimed) throws IOException {
        Path own = claimed.getParent();
        if (own != null && own.startsWith(work) && !own.equals(work)) {
            Files.deleteIfExists(own);
        }
    }

    private List<Path> settled(Pattern name) throws InterruptedException {
        Map<Path, Signature> first = candidates(name);
        if (first.values().stream().allMatch(this::isOld)) {
            return List.copyOf(first.keySet());
        }
        Thread.sleep(settle.toMillis());
        Map<Path, Signature> second = candidates(name);
        return first.entrySet().stream()
                .filter(entry -> entry.getValue().equals(second.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Path, Signature> candidates(Pattern name) {
        Map<Path, Signature> found = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isNamed(file, name))
                    .forEach(file -> signature(file).ifPresent(s -> found.put(file, s)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the inbox " + folder, e);
        }
        return found;
    }

    private List<Path> claimed(Pattern name) {
        try (Stream<Path> files = Files.walk(work, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isNamed(file, name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + work, e);
        }
    }

    /** Looked up once: a file may still change while others are compared with it. */
    private Turn turn(Path file) {
        return new Turn(
                file,
                sniffer.kind(file).map(Kind::ordinal).orElse(Kind.values().length),
                signature(file).map(Signature::modified).orElse(Instant.MAX));
    }

    private boolean isOld(Signature signature) {
        return signature.modified().plus(settle).isBefore(clock.instant());
    }

    /** Another machine's clock wrote it: its age says nothing, so that {@link #waiting()} has to look twice. */
    private boolean isFromTheFuture(Signature signature) {
        return signature.modified().isAfter(clock.instant().plus(settle));
    }

    private static boolean isNamed(Path file, Pattern name) {
        return name.matcher(file.getFileName().toString()).matches();
    }

    private static Optional<Signature> signature(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? Optional.of(new Signature(
                            attributes.size(), attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file is complete when these two stay as they are. */
    private record Signature(long size, Instant modified) {}

    /** When a file is to be loaded: by its kind, then by its age. */
    private record Turn(Path file, int kind, Instant modified) implements Comparable<Turn> {

        private static final Comparator<Turn> ORDER = Comparator.comparingInt(Turn::kind)
                .thenComparing(Turn::modified)
                .thenComparing(turn -> turn.file().getFileName());

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }
}
