/** What makes a row good or bad: the reasons, and the checks that the rules of all kinds share. Plain Java. */
@NullMarked
package org.salesetl.validation;

import org.jspecify.annotations.NullMarked;
