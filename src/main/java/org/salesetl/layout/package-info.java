/** How to read a file: its header, what kind of rows it brings, and how its dates and numbers are written. */
@NullMarked
package org.salesetl.layout;

import org.jspecify.annotations.NullMarked;
