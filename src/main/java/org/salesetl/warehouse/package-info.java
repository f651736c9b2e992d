/** The star schema's home: the embedded server where no other is configured, the keys of the dimensions, and the clean reload. */
@NullMarked
package org.salesetl.warehouse;

import org.jspecify.annotations.NullMarked;
