package org.salesetl.run;

/** Another run has the lease, of this instance or of another one. The route that catches this finds out which one. */
class LeaseTakenException extends RuntimeException {}
