package org.salesetl.check;

/** Ends a check, so that everything that it has loaded is undone. */
class NothingIsKeptException extends RuntimeException {

    NothingIsKeptException() {
        super("A check changes nothing");
    }
}
