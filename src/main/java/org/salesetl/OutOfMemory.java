package org.salesetl;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Running out of memory ends the process, however it was started: after it nothing can be relied on, and whoever watches the process
 * starts it again. The option {@code -XX:+ExitOnOutOfMemoryError} does the same, but a jar cannot bring options along.
 */
public final class OutOfMemory {

    private static final Logger log = LoggerFactory.getLogger(OutOfMemory.class);
    private static final int EXIT_CODE = 3;
    private static final int DEEPEST = 50;

    private OutOfMemory() {}

    /** Lets threads that nobody looks after end the process too. */
    static void watchThreads() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            endProcessIfCauseOf(failure);
            log.error("The thread {} has ended", thread.getName(), failure);
        });
    }

    /** Ends the process at once, if it ran out of memory and that has led to this failure. */
    public static void endProcessIfCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutOfMemoryError error) {
                try {
                    log.error(
                            "The service has run out of memory and ends ({}). Give it more: -Xmx, or SALES_ETL_MEMORY"
                                    + " in .env",
                            error.getMessage());
                } finally {
                    // there may be no memory to say so
                    Runtime.getRuntime().halt(EXIT_CODE);
                }
            }
            cause = cause.getCause();
        }
    }
}
