package org.salesetl.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.salesetl.SalesEtlProperties;
import org.springframework.stereotype.Component;

/**
 * Allows only a few exports at once. An export counts until its reader has got the last byte. So exports use only a few of the threads
 * that answer requests, and the other threads are free for pages.
 */
@Component
class Exports {

    private final Semaphore permits;
    private final int most;

    Exports(SalesEtlProperties properties) {
        this.most = properties.exports();
        this.permits = new Semaphore(most);
    }

    /**
     * Refuses an export before its statement runs, so that it costs the database nothing. {@link #open} counts it.
     *
     * @throws BusyException if there are as many exports as there may be
     */
    void requireRoom() {
        if (permits.availablePermits() == 0) {
            throw tooMany();
        }
    }

    /**
     * Makes an export.
     *
     * @return a stream that reads the export; when the stream is closed, the export does not count any more
     * @throws BusyException if there are too many exports at once
     */
    InputStream open(Making making) throws IOException {
        if (!permits.tryAcquire()) {
            throw tooMany();
        }
        boolean made = false;
        try {
            InputStream export = new Export(making.make());
            made = true;
            return export;
        } finally {
            if (!made) {
                permits.release();
            }
        }
    }

    private BusyException tooMany() {
        return new BusyException(
                "Expected at most " + most + " exports at once but found one more: try again in a moment");
    }

    /** Makes the stream of an export. */
    interface Making {
        InputStream make() throws IOException;
    }

    private final class Export extends FilterInputStream {

        private final AtomicBoolean open = new AtomicBoolean(true);

        Export(InputStream file) {
            super(file);
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                if (open.compareAndSet(true, false)) {
                    permits.release();
                }
            }
        }
    }
}
