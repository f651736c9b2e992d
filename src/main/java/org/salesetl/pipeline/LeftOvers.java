package org.salesetl.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.salesetl.archive.Archive;
import org.salesetl.inbox.Inbox;
import org.springframework.stereotype.Component;

/** The files that a run has claimed but not finished. */
@Component
public class LeftOvers {

    private final Inbox inbox;
    private final Archive archive;
    private final Set<Path> waitForRoom = ConcurrentHashMap.newKeySet();

    LeftOvers(Inbox inbox, Archive archive) {
        this.inbox = inbox;
        this.archive = archive;
    }

    /** Notes that a file is loaded and only waits until the archive has room for it. */
    void waitForRoom(Path claimed) {
        waitForRoom.add(claimed);
    }

    /** Whether there are such files, and a run can do something with at least one of them. */
    public boolean canGoOn() {
        List<Path> claimed = inbox.claimedFiles();
        waitForRoom.retainAll(claimed);
        return claimed.stream().anyMatch(file -> !waitForRoom.contains(file) || hasRoomFor(file));
    }

    private boolean hasRoomFor(Path file) {
        try {
            return archive.hasRoomFor(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the disk of the archive", e);
        }
    }
}
