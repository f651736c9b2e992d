/**
 * The warehouse's second memory of its sales: small sums that a load brings up to date by adding what changed, and every sale
 * once more in packs of a few bytes a sale, from which any filtered question is answered by reading megabytes here instead
 * of joining millions of rows there. Plain Java: it knows lines, bytes and sums, and neither tables nor routes.
 */
@NullMarked
package org.salesetl.rollup;

import org.jspecify.annotations.NullMarked;
