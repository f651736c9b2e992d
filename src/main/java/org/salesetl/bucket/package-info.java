/** A bucket of an object store, or a folder of Hadoop, whose objects are fetched into the inbox. */
@NullMarked
package org.salesetl.bucket;

import org.jspecify.annotations.NullMarked;
