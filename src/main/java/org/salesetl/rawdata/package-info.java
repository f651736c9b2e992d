/** The four tables as they are, for a look at the rows behind the numbers. */
@NullMarked
package org.salesetl.rawdata;

import org.jspecify.annotations.NullMarked;
