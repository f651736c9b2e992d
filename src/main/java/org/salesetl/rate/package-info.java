/** Exchange rates: their way into the warehouse. */
@NullMarked
package org.salesetl.rate;

import org.jspecify.annotations.NullMarked;
