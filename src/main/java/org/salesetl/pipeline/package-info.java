/** The way of a file as a table of contents: what asks for a run, what a run does, and what happens to each file in it. */
@NullMarked
package org.salesetl.pipeline;

import org.jspecify.annotations.NullMarked;
