/**
 * Troubles that are nobody's fault and pass: a database that is away or takes no changes, and full disks. A run waits until they
 * pass.
 */
@NullMarked
package org.salesetl.outage;

import org.jspecify.annotations.NullMarked;
