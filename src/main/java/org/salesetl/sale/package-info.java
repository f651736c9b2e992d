/**
 * Sales: their way into fact_sales, or into the parked sales until their customer, product, price and rate are known.
 */
@NullMarked
package org.salesetl.sale;

import org.jspecify.annotations.NullMarked;
