/**
 * From a dropped file to rows of named cells: what counts as a drop, when it is complete, how it is claimed and
 * recognised by its header, and how it is cut into chunks of whole records.
 */
@NullMarked
package org.salesetl.intake;

import org.jspecify.annotations.NullMarked;
