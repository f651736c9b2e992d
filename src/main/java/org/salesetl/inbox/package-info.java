/**
 * The drop folder: which files are drops, when a drop is complete, how a run claims it, and what a workbook or a ZIP file holds.
 */
@NullMarked
package org.salesetl.inbox;

import org.jspecify.annotations.NullMarked;
