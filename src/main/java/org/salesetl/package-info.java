/** The start of the service and its configuration. Each other package is about one thing, which its name says. */
@NullMarked
package org.salesetl;

import org.jspecify.annotations.NullMarked;
