package org.salesetl;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when it runs out of memory, however it was started. After that nothing can be relied on, and the program that
 * watches the process starts it again. The option {@code -XX:+ExitOnOutOfMemoryError} does the same, but a jar cannot carry
 * options.
 */
public final class OutOfMemory {

    private static final Logger log = LoggerFactory.getLogger(OutOfMemory.class);
    private static final int EXIT_CODE = 3;
    private static final int DEEPEST = 50;

    private static final FileOutputStream ERRORS = new FileOutputStream(FileDescriptor.err);
    private static final byte[] WHY =
            ("The service has run out of memory and ends. Give it more: -Xmx, or SALES_ETL_MEMORY in .env"
                            + System.lineSeparator())
                    .getBytes(StandardCharsets.UTF_8);

    private OutOfMemory() {}

    /** Makes an uncaught failure in any thread end the process too, if the process ran out of memory. */
    static void watchThreads() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            endProcessIfCauseOf(failure);
            log.error("The thread {} has ended", thread.getName(), failure);
        });
    }

    /** Ends the process at once, if a lack of memory has caused this failure. */
    public static void endProcessIfCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutOfMemoryError) {
                sayWhy();
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            cause = cause.getCause();
        }
    }

    /** A line of the log needs memory that is not there; these bytes are there already. */
    private static void sayWhy() {
        try {
            ERRORS.write(WHY);
        } catch (IOException e) {
            // nobody reads the errors of the process any more
            log.debug("Nobody reads why the process ends", e);
        }
    }
}
