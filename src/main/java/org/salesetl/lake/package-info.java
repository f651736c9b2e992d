/**
 * A copy of the facts in Parquet, for analysts who read a lake, and for slices that are too large for the packs. A program on Spark, which
 * this package starts, writes the copy and adds up its slices. Without a folder for the lake, the package does nothing.
 */
@NullMarked
package org.salesetl.lake;

import org.jspecify.annotations.NullMarked;
