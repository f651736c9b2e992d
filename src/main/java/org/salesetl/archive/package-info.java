/** Where files go when a run is done with them: loaded, repeated, refused or failed; never deleted, never overwritten. */
@NullMarked
package org.salesetl.archive;

import org.jspecify.annotations.NullMarked;
