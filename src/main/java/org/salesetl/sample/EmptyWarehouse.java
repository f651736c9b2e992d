package org.salesetl.sample;

import org.salesetl.web.ConflictException;
import org.springframework.stereotype.Component;

/** Keeps made-up sales out of a warehouse that holds somebody's real ones. */
@Component
class EmptyWarehouse {

    /**
     * Makes sure that nothing has been loaded.
     *
     * @param files how many files the ledger knows
     * @throws ConflictException if there are any
     */
    void require(long files) {
        if (files > 0) {
            throw new ConflictException("Expected an empty warehouse for the sample files but found " + files
                    + " loaded files, and sample sales must not mix with real ones");
        }
    }
}
