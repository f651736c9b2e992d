/**
 * A file on its way into the warehouse: its claim, then the load of its rows, and what every step of that way needs.
 *
 * <p>The body of the routes is a {@link org.salesetl.load.Claim} until the file's books are open, and a
 * {@link org.salesetl.load.FileLoad} after that.
 */
@NullMarked
package org.salesetl.load;

import org.jspecify.annotations.NullMarked;
