/** Shows the rows of the four tables of the star schema, as JSON, as files and as pages. */
@NullMarked
package org.salesetl.rawdata;

import org.jspecify.annotations.NullMarked;
