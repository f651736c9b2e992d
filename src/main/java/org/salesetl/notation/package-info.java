/** How numbers and dates are written: the same text means one thing in one file and another in the next. Plain Java. */
@NullMarked
package org.salesetl.notation;

import org.jspecify.annotations.NullMarked;
