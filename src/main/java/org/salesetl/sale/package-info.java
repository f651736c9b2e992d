/** Sales: one record, its rules, and its way into fact_sales, or to the parked ones until what it names is known. */
@NullMarked
package org.salesetl.sale;

import org.jspecify.annotations.NullMarked;
