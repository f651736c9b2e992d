package org.salesetl.ledger;

/** The load of a file was stopped: somebody has cancelled its run, or it took too long. The message says which. */
public class StoppedFileException extends RuntimeException {

    StoppedFileException(String message) {
        super(message);
    }
}
