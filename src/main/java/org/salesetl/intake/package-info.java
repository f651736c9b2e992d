/**
 * From a dropped file to rows of named cells: what counts as a drop, when it is complete, how it is claimed and
 * recognised by its header, and how it is cut into chunks of whole records.
 *
 * <p>The cut into records is written by hand on purpose. A parser of CSV gives up at a quote that nobody closed, or takes every row
 * after the quote for one cell; the cut finds the one bad row, knows the line and the bytes of every record for the quarantine,
 * and bounds the memory that a record may take. The cells of the records are read by commons-csv.
 */
@NullMarked
package org.salesetl.intake;

import org.jspecify.annotations.NullMarked;
