/** The ledger: runs, the files of each run, and the books of each file; and the lock that lets one run work at a time. */
@NullMarked
package org.salesetl.ledger;

import org.jspecify.annotations.NullMarked;
