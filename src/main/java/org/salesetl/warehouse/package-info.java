/** The star schema's dimensions: the way into one, and its keys in memory. */
@NullMarked
package org.salesetl.warehouse;

import org.jspecify.annotations.NullMarked;
