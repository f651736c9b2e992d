/** The rows that are no sale: what they say, and why each was left out. */
@NullMarked
package org.salesetl.leftout;

import org.jspecify.annotations.NullMarked;
