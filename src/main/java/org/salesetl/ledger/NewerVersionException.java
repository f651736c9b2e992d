package org.salesetl.ledger;

import org.salesetl.web.ConflictException;

/** No run can begin or go on, because a newer version of the service has changed the tables. */
public class NewerVersionException extends ConflictException {

    NewerVersionException() {
        super(
                "A newer version of the service has changed the tables of the database. This instance loads nothing any more:"
                        + " start it with the newer version.");
    }
}
