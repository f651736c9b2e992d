/** Files that come by HTTP. */
@NullMarked
package org.salesetl.upload;

import org.jspecify.annotations.NullMarked;
