package org.salesetl.inbox;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SteadyClock;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Makes one file of each folder with parts in the inbox; the file is then loaded like any other. If this is interrupted, it starts again.
 * If it is interrupted just before the folder is gone, the file comes twice, and the service knows its content.
 */
@Component
public class PartFolders {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final Inbox inbox;
    private final int mostParts;

    /** Folders that make no file, with their times: each is tried again when it has changed. */
    private final Map<Path, FileTime> refused = new HashMap<>();

    /** Folders that could not be joined for now, for example because the disk was full, with the time until which they wait. */
    private final Map<Path, Instant> heldBack = new HashMap<>();

    private final Clock steady;

    PartFolders(Inbox inbox, SalesEtlProperties properties, @Qualifier(SteadyClock.NAME) Clock steady) {
        this.steady = steady;
        this.inbox = inbox;
        this.mostParts = properties.unpack().mostEntries();
    }

    /** Whether there is a folder to join. */
    public synchronized boolean areWaiting() {
        return !waiting().isEmpty();
    }

    /**
     * Joins each folder.
     *
     * @param beforeEach what to do before each part
     * @return what has become of each folder, a sentence or some for each
     */
    public synchronized List<String> join(Runnable beforeEach) {
        List<String> said = new ArrayList<>();
        for (Path folder : waiting()) {
            String name = Text.visible(folder.getFileName().toString());
            try {
                said.add("The parts of the folder " + name + " are the file " + join(folder, beforeEach) + " now.");
            } catch (RefusedFileException e) {
                refused.put(folder, time(folder));
                said.add(name + " is not taken. " + e.getMessage());
            } catch (IOException e) {
                heldBack.put(folder, steady.instant().plus(RETRY_AFTER));
                said.add(name + " is tried again in a minute. " + e.getMessage());
            }
        }
        return said;
    }

    private String join(Path folder, Runnable beforeEach) throws IOException {
        PartFolder parts = new PartFolder(folder, mostParts);
        String file = inbox.drop(parts.joinedName(), out -> parts.join(out, beforeEach), parts.completedAt());
        inbox.discard(folder);
        return file;
    }

    private List<Path> waiting() {
        try (Stream<Path> files = Files.list(inbox.folder())) {
            List<Path> folders = files.filter(folder -> FileNames.isTaken(folder) && PartFolder.is(folder))
                    .sorted()
                    .toList();
            refused.keySet().retainAll(folders);
            heldBack.values().removeIf(until -> steady.instant().isAfter(until));
            return folders.stream()
                    .filter(folder -> !heldBack.containsKey(folder))
                    .filter(folder -> !time(folder).equals(refused.get(folder)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder " + inbox.folder(), e);
        }
    }

    private static FileTime time(Path folder) {
        try {
            return Files.getLastModifiedTime(folder, NOFOLLOW_LINKS);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
