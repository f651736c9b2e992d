/** The work that a cluster of Apache Spark does for the service. */
@NullMarked
package org.salesetl.spark;

import org.jspecify.annotations.NullMarked;
