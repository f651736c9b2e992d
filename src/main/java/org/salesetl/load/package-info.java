/**
 * A file on its way: a claim, then the load of its rows, with what every step of that way needs.
 *
 * <p>A {@link org.salesetl.load.Claim} is the body of the routes until the file's books are open, a {@link
 * org.salesetl.load.FileLoad} after that.
 */
@NullMarked
package org.salesetl.load;

import org.jspecify.annotations.NullMarked;
