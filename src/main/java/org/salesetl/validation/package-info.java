/** What makes a row good or bad: the reasons by name, and the checks that the rules of every kind share. Plain Java. */
@NullMarked
package org.salesetl.validation;

import org.jspecify.annotations.NullMarked;
