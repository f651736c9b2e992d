/** The dry run: what files would change, told before they are loaded. */
@NullMarked
package org.salesetl.check;

import org.jspecify.annotations.NullMarked;
