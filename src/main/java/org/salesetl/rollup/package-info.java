/**
 * The rollups hold the sales a second time: as small sums, to which a load adds its changes, and in packs of a few bytes a sale.
 * A question with any filter reads megabytes of packs instead of joining millions of rows. Packs and sums are plain Java; only
 * the routes, their statements, the migration and the check at the start know the tables.
 *
 * <p>The format of the packs is our own on purpose. A column store such as Parquet or DuckDB would be a second database beside
 * the warehouse. The packs are in a table of the warehouse, so one transaction changes sales and packs, and one backup holds
 * both.
 */
@NullMarked
package org.salesetl.rollup;

import org.jspecify.annotations.NullMarked;
