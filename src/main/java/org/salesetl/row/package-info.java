/** Rows that write their values, and the text that a database loads. */
@NullMarked
package org.salesetl.row;

import org.jspecify.annotations.NullMarked;
