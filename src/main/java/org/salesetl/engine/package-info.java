/** Who judges the rows of a file: this process, or a cluster of Apache Spark where one is configured. */
@NullMarked
package org.salesetl.engine;

import org.jspecify.annotations.NullMarked;
