/** The meaning of {@code transacted} in routes. */
@NullMarked
package org.salesetl.transaction;

import org.jspecify.annotations.NullMarked;
