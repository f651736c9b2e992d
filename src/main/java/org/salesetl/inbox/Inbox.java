package org.salesetl.inbox;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SteadyClock;
import org.salesetl.text.PlainFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The drop folder.
 *
 * <p>A run claims a file by moving it to its own folder in {@code inbox/.work/}. If a file is found there later, the run that
 * claimed it did not end well; the next run starts with that file.
 */
@Component
public class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final DropFolder folder;
    private final Path work;
    private final LoadOrder order;
    private final Clock clock;
    private final Clock steady;
    private final Map<Path, Instant> heldBack = new ConcurrentHashMap<>();

    Inbox(SalesEtlProperties properties, LoadOrder order, Clock clock, @Qualifier(SteadyClock.NAME) Clock steady)
            throws IOException {
        this.folder = new DropFolder(properties.inbox().toAbsolutePath().normalize(), properties.settle(), clock);
        this.work = Files.createDirectories(folder.path().resolve(".work"));
        this.order = order;
        this.clock = clock;
        this.steady = steady;
        tidy();
    }

    /** The folder where users drop their files. */
    public Path folder() {
        return folder.path();
    }

    /** Whether no file waits here, complete or not. */
    public boolean isEmpty() {
        return folder.files(FileNames::isTaken).isEmpty() && !hasLeftOvers();
    }

    /** How many files wait here, complete or not, and folders with the parts of a table. */
    public int countWaiting() {
        return folder.files(FileNames::isTaken).size()
                + folder.folders(PartFolder::is).size();
    }

    /** Whether an earlier run left files that it had claimed. */
    public boolean hasLeftOvers() {
        return !claimedFiles().isEmpty();
    }

    /** Every file that a run has claimed. */
    public List<Path> claimedFiles() {
        return claimed(FileNames::isTaken);
    }

    /** The files here that are not taken, by name, so that no file lies here without an explanation. */
    public List<Untaken> untaken() {
        try (Stream<Path> dropped = Files.list(folder.path());
                Stream<Path> claimed = Files.walk(workFolder(), 2)) {
            Stream<Path> droppedHere = dropped.filter(file -> !file.endsWith(CheckFolder.NAME));
            Stream<Path> claimedThere =
                    claimed.filter(file -> !Files.isDirectory(file, NOFOLLOW_LINKS) && !FilesInHand.isNote(file));
            return Untaken.among(Stream.concat(droppedHere, claimedThere));
        } catch (IOException | UncheckedIOException e) {
            return List.of(new Untaken(folder.path().toString(), "The inbox cannot be read (" + e.getMessage() + ")."));
        }
    }

    /**
     * Whether this file can be taken now: its name does not say that it is still being written, nobody has changed it for a while, and it was not just put
     * back.
     */
    public boolean isReady(File file) {
        try {
            return file.exists() ? isReady(file.toPath()) : hasUnreadableName();
        } catch (InvalidPathException e) {
            return hasUnreadableName();
        }
    }

    /**
     * A file whose name is not text cannot be found again by its name as others list it; this looks for such files by their
     * paths.
     */
    private boolean hasUnreadableName() {
        return folder.files(file -> FileNames.isUnreadable(file) && isReady(file)).stream()
                .findAny()
                .isPresent();
    }

    boolean isReady(Path file) {
        Instant until = heldBack.get(file.toAbsolutePath().normalize());
        return FileNames.isTaken(file)
                && (until == null || steady.instant().isAfter(until))
                && (folder.isOld(file) || folder.isFromTheFuture(file));
    }

    /**
     * The files that a run has to load: those that an earlier run left claimed, and every complete drop. Customers come before
     * products, products before sales, then older files before newer ones. Waits a moment for files that have just been written.
     */
    public List<Path> waiting() throws InterruptedException {
        List<Path> files = new ArrayList<>(claimed(FileContents::isLoadable));
        files.addAll(folder.complete(FileContents::isLoadable));
        return order.of(files);
    }

    /** The files that have to be taken apart, by name: those that an earlier run left claimed, and every complete one. */
    public List<Path> containers() throws IOException, InterruptedException {
        tidy();
        List<Path> files = new ArrayList<>(claimed(FileContents::isContainer));
        files.addAll(folder.complete(FileContents::isContainer));
        return files.stream().sorted().toList();
    }

    /** The folder of the claimed files, each of which has a folder of its own there. */
    Path workFolder() throws IOException {
        // somebody may have cleared the inbox
        return Files.createDirectories(work);
    }

    /** A new folder for one file; moving the file there claims it. */
    Path claimedFolder() throws IOException {
        return Files.createDirectory(workFolder().resolve(UUID.randomUUID().toString()));
    }

    /** The files that an earlier run left claimed: it was still loading them, or had loaded but not yet archived them. */
    public List<Path> leftOver() {
        return order.of(claimed(FileContents::isLoadable));
    }

    /** Moves a file where nobody else takes it; null if the file is gone, or another process was faster. */
    public @Nullable Path claim(Path file) throws IOException {
        if (file.startsWith(work)) {
            return PlainFile.is(file) ? file : null;
        }
        Path own = claimedFolder();
        try {
            Path claimed = Files.move(
                    file,
                    own.resolve(FileNames.legible(file.getFileName().toString())),
                    StandardCopyOption.ATOMIC_MOVE);
            if (PlainFile.is(claimed)) {
                return claimed;
            }
            // meanwhile somebody has put a link or the like in place of the file
            Files.move(claimed, file);
            Files.delete(own);
            return null;
        } catch (NoSuchFileException e) {
            Files.delete(own);
            return null;
        } catch (IOException e) {
            Files.delete(own);
            heldBack.put(file, steady.instant().plus(RETRY_AFTER));
            log.error("Cannot take {} out of the inbox ({}); trying again in a minute", file, e.toString());
            return null;
        }
    }

    /**
     * Puts a claimed file back into the inbox, to be tried again in a minute; does nothing if the file is in the archive already.
     */
    public void putBack(Path claimed) throws IOException {
        if (!Files.exists(claimed)) {
            forget(claimed);
            return;
        }
        Path target = folder.reserve(claimed.getFileName().toString());
        heldBack.put(target, steady.instant().plus(RETRY_AFTER));
        Files.move(claimed, target, StandardCopyOption.REPLACE_EXISTING);
        forget(claimed);
    }

    /** Drops a file again that was set aside; does nothing if the file is gone. */
    public void dropAgain(Path setAside) throws IOException {
        if (Files.exists(setAside)) {
            Files.move(
                    setAside, folder.reserve(setAside.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Drops a file; nobody sees it before it is complete.
     *
     * @return its name, with a number if there was a file with that name already
     */
    public String drop(String name, InputStream content) throws IOException {
        return drop(name, content::transferTo);
    }

    /** {@link #drop(String, InputStream)}, for content that was written at another time and that nobody sends again. */
    public String drop(String name, InputStream content, Instant modifiedAt) throws IOException {
        return drop(name, content::transferTo, modifiedAt);
    }

    /** {@link #drop(String, InputStream, Instant)}, for content that writes itself. */
    String drop(String name, DropFolder.Content content, Instant modifiedAt) throws IOException {
        Path part = folder.write(content);
        try {
            Durable.file(part);
            Files.setLastModifiedTime(part, FileTime.from(modifiedAt));
            String dropped = give(part, name);
            Durable.names(folder.path());
            return dropped;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** {@link #drop(String, InputStream)}, for content that writes itself. */
    String drop(String name, DropFolder.Content content) throws IOException {
        return give(folder.write(content), name);
    }

    /** Begins to drop the parts of one table. */
    public FolderDrop dropParts() throws IOException {
        return new FolderDrop(folder);
    }

    /** Deletes a folder. At each moment, the folder is there as it was, or nobody takes it. */
    void discard(Path dropped) throws IOException {
        FileSystemUtils.deleteRecursively(Files.move(dropped, folder.newPart()));
    }

    private String give(Path part, String name) throws IOException {
        return folder.give(part, FileNames.safe(name)).getFileName().toString();
    }

    /** Removes the folder of a claimed file, once the file has left it. */
    public void forget(Path claimed) throws IOException {
        Path own = claimed.getParent();
        if (own != null && own.startsWith(work) && !own.equals(work)) {
            Files.deleteIfExists(own);
        }
    }

    /** Removes the folders of an earlier process that died before it claimed a file, or after the file had left. */
    private void tidy() throws IOException {
        Instant longAgo = clock.instant().minus(RETRY_AFTER);
        try (Stream<Path> folders = Files.list(workFolder())) {
            for (Path own : folders.filter(path -> Files.isDirectory(path, NOFOLLOW_LINKS))
                    .toList()) {
                if (isAbandoned(own)
                        && Files.getLastModifiedTime(own, NOFOLLOW_LINKS)
                                .toInstant()
                                .isBefore(longAgo)) {
                    FileSystemUtils.deleteRecursively(own);
                }
            }
        } catch (NoSuchFileException e) {
            log.debug("Another instance was faster: {}", e.getMessage());
        }
    }

    private static boolean isAbandoned(Path own) throws IOException {
        try (Stream<Path> left = Files.list(own)) {
            return left.allMatch(path -> path.endsWith(Containers.PARTS));
        }
    }

    private List<Path> claimed(Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(workFolder(), 2)) {
            return files.filter(PlainFile::is).filter(wanted).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + work, e);
        }
    }
}
