/** Backup and restore: everything that the service keeps, as one file. */
@NullMarked
package org.salesetl.backup;

import org.jspecify.annotations.NullMarked;
