package org.salesetl.ledger;

import org.salesetl.outage.Outage;
import org.salesetl.outage.OutageException;

/** The same content was committed while the file loaded. The next attempt finds that load, and only archives the file. */
public class LoadedMeanwhileException extends OutageException {

    public LoadedMeanwhileException() {
        super(Outage.OTHER_INSTANCE, "The content of this file has been loaded meanwhile");
    }
}
