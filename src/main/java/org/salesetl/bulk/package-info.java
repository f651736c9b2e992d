/**
 * Loads many rows into a table at a time: by {@code LOAD DATA LOCAL} while the rows are still being made, or by batches if the
 * server does not allow that.
 */
@NullMarked
package org.salesetl.bulk;

import org.jspecify.annotations.NullMarked;
