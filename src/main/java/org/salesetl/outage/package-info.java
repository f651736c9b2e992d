/** What is nobody's fault and passes: a database that is away or takes no changes, and full disks. A run waits for it. */
@NullMarked
package org.salesetl.outage;

import org.jspecify.annotations.NullMarked;
