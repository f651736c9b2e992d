package org.salesetl.ledger;

import org.salesetl.outage.Outage;
import org.salesetl.outage.OutageException;

/** Another instance may be loading: the lease of this run has ended, and nothing that was about to be committed is kept. */
public class LostLeaseException extends OutageException {

    LostLeaseException() {
        super(
                Outage.OTHER_INSTANCE,
                "Another instance of the service has a run going on; the file starts again once that run has ended");
    }
}
