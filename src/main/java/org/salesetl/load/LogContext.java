package org.salesetl.load;

import org.salesetl.ledger.Run;
import org.slf4j.MDC;

/**
 * Says in each line of the log which run and which file it is about, and from which line of the file on. Programs read these fields
 * if {@code logging.structured.format.console} is set. A run works on one thread from its begin to its end, so they hold until the
 * next file or the end of the run.
 */
public final class LogContext {

    private static final String RUN = "run.id";
    private static final String FILE = "file.name";
    private static final String LINE = "file.line";

    private LogContext() {}

    /** The thread begins to work on a run. */
    public static void begin(Run run) {
        MDC.put(RUN, String.valueOf(run.id()));
    }

    /** The run turns to a file. */
    public static void turnTo(Claim claim) {
        MDC.put(FILE, claim.shownName());
        MDC.remove(LINE);
    }

    /** The run has read the chunk of the file that begins at this line. */
    public static void read(RowChunk rows) {
        MDC.put(LINE, String.valueOf(rows.chunk().line(0)));
    }

    /** The run has read all lines of the file. */
    public static void endLines() {
        MDC.remove(LINE);
    }

    /** The run has no more files. */
    public static void endFiles() {
        MDC.remove(FILE);
        MDC.remove(LINE);
    }

    /** The run has ended. */
    public static void end() {
        endFiles();
        MDC.remove(RUN);
    }
}
