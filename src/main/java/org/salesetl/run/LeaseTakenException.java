package org.salesetl.run;

/** Another run has the lease, of this instance or of another one. */
class LeaseTakenException extends RuntimeException {

    LeaseTakenException() {
        super("Another run has the lease");
    }
}
