package org.salesetl.ledger;

/** The load of a file was stopped: somebody has cancelled the run, or the load took too long. The message gives the reason. */
public class StoppedFileException extends RuntimeException {

    StoppedFileException(String message) {
        super(message);
    }
}
