/** Documents of JSON: the lists in them become tables, so that an order with its lines is a row for each line. */
@NullMarked
package org.salesetl.json;

import org.jspecify.annotations.NullMarked;
