/** How a file is to be read: its header, what kind of rows it brings, and how its dates and numbers are written. */
@NullMarked
package org.salesetl.layout;

import org.jspecify.annotations.NullMarked;
