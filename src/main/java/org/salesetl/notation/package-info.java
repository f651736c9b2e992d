/** How numbers and dates are written. The same text can mean one thing in one file and another thing in the next. Plain Java. */
@NullMarked
package org.salesetl.notation;

import org.jspecify.annotations.NullMarked;
