/** Customers: their way into dim_customer. */
@NullMarked
package org.salesetl.customer;

import org.jspecify.annotations.NullMarked;
