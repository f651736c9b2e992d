package org.salesetl.retention;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties.Keep;
import org.salesetl.vocabulary.Labelled;

/** What retention can delete; each has a setting of its own, {@code sales-etl.keep.<label>}. */
public enum Subject implements Labelled {
    /** Files in the archive whose rows are loaded, and repeated and unpacked files. Their entries in the ledger stay. */
    ARCHIVE,
    /** Rows in the quarantine that wait for nobody any more. */
    QUARANTINE,
    /** The single rows that were left out. The books keep their sums. */
    LEDGER,
    /** Runs without files. The audit stays for ever: it is append-only. */
    HISTORY;

    /** How long it is kept; null for ever. */
    @Nullable
    Period kept(Keep keep) {
        return switch (this) {
            case ARCHIVE -> keep.archive();
            case QUARANTINE -> keep.quarantine();
            case LEDGER -> keep.ledger();
            case HISTORY -> keep.history();
        };
    }
}
