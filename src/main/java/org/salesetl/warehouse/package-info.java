/** The dimensions of the star schema: how rows get into them, and their keys in memory. */
@NullMarked
package org.salesetl.warehouse;

import org.jspecify.annotations.NullMarked;
