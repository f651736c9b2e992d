package org.salesetl.web;

/** The service is too busy for a request now. The message says which limit is reached. */
class BusyException extends RuntimeException {

    BusyException(String message) {
        super(message);
    }
}
