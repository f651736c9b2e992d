/** Runs: what starts a run, how it takes the lease, loads the waiting files or the whole archive, and ends. */
@NullMarked
package org.salesetl.run;

import org.jspecify.annotations.NullMarked;
