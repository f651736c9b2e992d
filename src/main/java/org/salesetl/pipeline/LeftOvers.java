package org.salesetl.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import org.salesetl.archive.Archive;
import org.salesetl.intake.Inbox;
import org.springframework.stereotype.Component;

/** The files that a run claimed and did not get to their end. */
@Component
class LeftOvers {

    private final Inbox inbox;
    private final Archive archive;

    LeftOvers(Inbox inbox, Archive archive) {
        this.inbox = inbox;
        this.archive = archive;
    }

    /** Whether there are some, and one of them at least has a place to go to. */
    boolean canGoOn() throws IOException {
        for (Path file : inbox.claimedFiles()) {
            if (archive.hasRoomFor(file)) {
                return true;
            }
        }
        return false;
    }
}
