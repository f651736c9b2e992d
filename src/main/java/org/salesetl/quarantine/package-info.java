/** The quarantine: keeps the rows that did not load, with all reasons, until they are corrected, released or dismissed. */
@NullMarked
package org.salesetl.quarantine;

import org.jspecify.annotations.NullMarked;
