/** Products: one record, its rules, and its way into dim_product. */
@NullMarked
package org.salesetl.product;

import org.jspecify.annotations.NullMarked;
