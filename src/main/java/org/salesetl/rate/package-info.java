/** Rates: what a currency was worth in that of the warehouse on a day, and the way of a file of rates into exchange_rate. */
@NullMarked
package org.salesetl.rate;

import org.jspecify.annotations.NullMarked;
