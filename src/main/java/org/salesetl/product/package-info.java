/** Products: their way into dim_product. */
@NullMarked
package org.salesetl.product;

import org.jspecify.annotations.NullMarked;
