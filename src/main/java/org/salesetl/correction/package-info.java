/** What people answer: questions about dates, and corrected or dismissed rows of the quarantine. */
@NullMarked
package org.salesetl.correction;

import org.jspecify.annotations.NullMarked;
