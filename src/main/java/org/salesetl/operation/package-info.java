/** What an operator watches: the run, the disks and the warehouse as metrics for {@code /actuator/prometheus}. */
@NullMarked
package org.salesetl.operation;

import org.jspecify.annotations.NullMarked;
