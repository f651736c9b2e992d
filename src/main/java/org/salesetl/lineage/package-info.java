/** From a number back to the sales behind it, and from a sale to the line that was dropped. */
@NullMarked
package org.salesetl.lineage;

import org.jspecify.annotations.NullMarked;
