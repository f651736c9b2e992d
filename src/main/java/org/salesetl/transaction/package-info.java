/** What {@code transacted} means in routes. */
@NullMarked
package org.salesetl.transaction;

import org.jspecify.annotations.NullMarked;
