/** The books: runs, the files of each run, and what became of every row; and the lock that lets one run go at a time. */
@NullMarked
package org.salesetl.ledger;

import org.jspecify.annotations.NullMarked;
