/** Files for what memory should not hold. Nothing in them outlives a run. */
@NullMarked
package org.salesetl.work;

import org.jspecify.annotations.NullMarked;
