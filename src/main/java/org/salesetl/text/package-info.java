/** Turns the bytes of a file into whole records of text: finds out its encoding and compression, and where each record ends. */
@NullMarked
package org.salesetl.text;

import org.jspecify.annotations.NullMarked;
