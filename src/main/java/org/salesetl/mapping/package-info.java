/** What the columns of a file mean: the mapping of each source, as data. */
@NullMarked
package org.salesetl.mapping;

import org.jspecify.annotations.NullMarked;
