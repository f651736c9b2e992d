/** The slice of all sales that a question is about. */
@NullMarked
package org.salesetl.slice;

import org.jspecify.annotations.NullMarked;
