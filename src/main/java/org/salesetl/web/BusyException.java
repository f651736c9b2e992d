package org.salesetl.web;

/** A request that can be met a little later; the message says what is at its limit. */
class BusyException extends RuntimeException {

    BusyException(String message) {
        super(message);
    }
}
