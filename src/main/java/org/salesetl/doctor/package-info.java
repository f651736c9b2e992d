/** The command {@code doctor}: looks at everything that the service needs, changes nothing, and says what to do. */
@NullMarked
package org.salesetl.doctor;

import org.jspecify.annotations.NullMarked;
