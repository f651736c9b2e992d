/** Runs: what asks for one, how it takes the lock, loads what waits or the whole archive, and ends. */
@NullMarked
package org.salesetl.run;

import org.jspecify.annotations.NullMarked;
