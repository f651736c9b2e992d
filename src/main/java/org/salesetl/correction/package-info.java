/** What people correct and answer: rows in the quarantine, and questions about dates. */
@NullMarked
package org.salesetl.correction;

import org.jspecify.annotations.NullMarked;
