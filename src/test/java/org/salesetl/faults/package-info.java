/** The service and its database as processes of their own, with what breaks in real life broken on purpose. */
@NullMarked
package org.salesetl.faults;

import org.jspecify.annotations.NullMarked;
