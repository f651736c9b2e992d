/** The rows that did not load: with every reason, as they came, until they are corrected or what they wait for arrives. */
@NullMarked
package org.salesetl.quarantine;

import org.jspecify.annotations.NullMarked;
