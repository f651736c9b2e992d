/**
 * From the bytes of a file to whole records of text: how a file is encoded and compressed, and where each record ends.
 */
@NullMarked
package org.salesetl.text;

import org.jspecify.annotations.NullMarked;
