/** The dry run: tells what files would change, before they are loaded. */
@NullMarked
package org.salesetl.check;

import org.jspecify.annotations.NullMarked;
