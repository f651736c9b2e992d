/**
 * Rows on their way into a table, many at a time: by {@code LOAD DATA LOCAL} while the rows are still being made, and by
 * batches where the server does not allow that.
 */
@NullMarked
package org.salesetl.bulk;

import org.jspecify.annotations.NullMarked;
