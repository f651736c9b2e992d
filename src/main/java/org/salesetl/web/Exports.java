package org.salesetl.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.salesetl.SalesEtlProperties;
import org.springframework.stereotype.Component;

/**
 * A bulkhead: exports, from their making to the last byte that their reader takes, have a few of the threads that answer requests, and
 * leave the others to the pages.
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
     * Makes an export.
     *
     * @return what reads it; others may be made again once it is closed
     * @throws BusyException if as many as may be are on their way
     */
    InputStream open(Making making) throws IOException {
        if (!permits.tryAcquire()) {
            throw new BusyException(
                    "Expected at most " + most + " exports at once but found one more: try again in a moment");
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

    /** How an export comes about. */
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
