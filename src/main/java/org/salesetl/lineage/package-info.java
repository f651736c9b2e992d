/** Shows where numbers come from: the sales behind a number, and the line of the file behind a sale. */
@NullMarked
package org.salesetl.lineage;

import org.jspecify.annotations.NullMarked;
