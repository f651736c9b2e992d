package org.salesetl.sample;

import org.salesetl.web.ConflictException;
import org.springframework.stereotype.Component;

/** Keeps sample sales out of a warehouse with real sales. */
@Component
class EmptyWarehouse {

    /**
     * Makes sure that no file has been loaded.
     *
     * @param files the number of loaded files in the ledger
     * @throws ConflictException if there is a loaded file
     */
    void require(long files) {
        if (files > 0) {
            throw new ConflictException("Expected an empty warehouse for the sample files but found " + files
                    + " loaded files, and sample sales must not mix with real ones");
        }
    }
}
