/** Where files go when a run is done with them: loaded, repeated, refused or failed. No file is ever deleted or overwritten. */
@NullMarked
package org.salesetl.archive;

import org.jspecify.annotations.NullMarked;
