/** The way of one file: it is claimed, recognised, read, loaded and archived, or set aside with the reason. */
@NullMarked
package org.salesetl.pipeline;

import org.jspecify.annotations.NullMarked;
