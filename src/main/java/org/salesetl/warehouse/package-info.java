/** The star schema's home: the embedded server where no other is configured, the way into a dimension, and its keys in memory. */
@NullMarked
package org.salesetl.warehouse;

import org.jspecify.annotations.NullMarked;
