package org.salesetl.dashboard;

import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.RunEntry.FileEntry;

/** The books of all files of a run together. */
record FileSums(int read, int inserted, int updated, int unchanged, int rejected, int parked) {

    static FileSums of(RunEntry run) {
        return new FileSums(
                run.sum(FileEntry::read),
                run.sum(FileEntry::inserted),
                run.sum(FileEntry::updated),
                run.sum(FileEntry::unchanged),
                run.sum(FileEntry::rejected),
                run.sum(FileEntry::parked));
    }
}
