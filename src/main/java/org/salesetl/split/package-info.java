/** A file in ranges that machines judge apart from each other, and the verdicts that come back. */
@NullMarked
package org.salesetl.split;

import org.jspecify.annotations.NullMarked;
