/**
 * The warehouse's second memory of its sales: small sums that a load brings up to date by adding what changed, and every sale
 * once more in packs of a few bytes a sale, from which any filtered question is answered by reading megabytes here instead
 * of joining millions of rows there. Packs and sums are plain Java; only the routes, their statements, the migration and the
 * check at the start know the tables.
 *
 * <p>The packs are written by hand on purpose. A column store such as Parquet or DuckDB would be a second database beside the
 * warehouse: the packs lie in a table of the warehouse, so that one transaction changes sales and packs, and one backup holds
 * both.
 */
@NullMarked
package org.salesetl.rollup;

import org.jspecify.annotations.NullMarked;
